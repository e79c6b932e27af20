/** Loaded into a program before its own code (`--require`): writes every connection that its Node opens to KONTOR_TEST_SOCKETS. */
const { appendFileSync } = require('node:fs');
const dns = require('node:dns');
const dgram = require('node:dgram');
const net = require('node:net');

// In Electron it comes by another way (tests/desktop/privacy.spec.ts); processes that it starts shall be watched, too.
process.env.NODE_OPTIONS ??= `--require ${JSON.stringify(__filename)}`;

const note = (target) => appendFileSync(process.env.KONTOR_TEST_SOCKETS, `${target}\n`);

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function connectWatched(...args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  // A path is a pipe of this machine.
  if (typeof first === 'number') note(`${args[1]}:${first}`);
  else if (typeof first === 'object' && first.port !== undefined) note(`${first.host ?? 'localhost'}:${first.port}`);
  return connect.apply(this, args);
};

for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  const resolve = dns[name];
  dns[name] = function resolveWatched(host, ...rest) {
    if (!net.isIP(host)) note(`name ${host}`);
    return resolve.call(this, host, ...rest);
  };
}

const { send } = dgram.Socket.prototype;
dgram.Socket.prototype.send = function sendWatched(...args) {
  note(`datagram ${args.filter((part) => ['number', 'string'].includes(typeof part)).join(' ')}`);
  return send.apply(this, args);
};
