import { seedOffice } from './seed-office.ts';
const n = Number(process.argv[2]);
const t = performance.now();
console.log(await seedOffice(n), ((performance.now() - t) / 1000).toFixed(1), 's');
