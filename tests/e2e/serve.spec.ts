import { expect, test } from './fixture.ts';
import { excuseInRecord } from './recording-proxy.ts';

test('the page is there after the login, and after a reload', async ({ page }) => {
  await expect(page).toHaveTitle(/Kontor/);
  await expect(page.getByRole('navigation', { name: 'Hauptnavigation' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Hauptnavigation' })).toBeVisible();
});

test('the session is out of reach of scripts', async ({ page, context }) => {
  expect(await page.evaluate(() => document.cookie)).toBe('');
  expect(await context.cookies()).toEqual([expect.objectContaining({ httpOnly: true, sameSite: 'Strict' })]);
  await expect(page.getByRole('heading', { name: 'Rechnungen' })).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  // The router keeps how far the views of this tab were scrolled, and nothing else is kept.
  const kept = await page.evaluate(() => Object.keys(sessionStorage));
  expect(kept.filter((key) => key !== 'vue-router:scroll')).toEqual([]);
});

test('without a code the page says how to get in and shows nothing else', async ({ browser, office }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(office.origin);
  await expect(page.locator('#app')).not.toBeEmpty();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await context.close();
});

test('a code that is wrong does not let in', async ({ browser, office }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${office.origin}/#wrong-code`);
  await expect(page.locator('#app')).not.toBeEmpty();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  expect(await context.cookies()).toEqual([]);
  await context.close();
});

test('the policy forbids evaluated code, inline scripts and foreign addresses', async ({ browser, office }) => {
  const context = await browser.newContext();
  await context.addCookies([office.cookie]);
  const page = await context.newPage();
  await page.goto(office.origin);
  await expect(page.getByRole('navigation', { name: 'Hauptnavigation' })).toBeVisible();
  // As text and later: what Playwright itself evaluates is exempt from the policy.
  const isEvalRefused = await page.evaluate(
    "new Promise((settle) => setTimeout(() => { try { settle(eval('false')); } catch { settle(true); } }))",
  );
  expect(isEvalRefused).toBe(true);
  // Chromium dials while it looks into the policy; what it would send stays here.
  await excuseInRecord('kontor.example:443');
  const refused = await page.evaluate(async () => {
    const reached: string[] = [];
    const isRefused = async (work: () => unknown): Promise<boolean> => {
      try {
        await work();
        return false;
      } catch {
        return true;
      }
    };
    Object.assign(window, { reach: (what: string) => reached.push(what) });
    const script = document.createElement('script');
    script.textContent = "reach('inline')";
    document.head.append(script);
    return {
      fetch: await isRefused(() => fetch('https://kontor.example/')),
      frame: await isRefused(
        () =>
          new Promise((_resolve, reject) => {
            document.addEventListener('securitypolicyviolation', reject, { once: true });
            const frame = document.createElement('iframe');
            frame.src = 'https://kontor.example/';
            document.body.append(frame);
          }),
      ),
      reached,
    };
  });
  expect(refused).toEqual({ fetch: true, frame: true, reached: [] });
  await context.close();
});

test('a foreign page cannot reach the host, even in the browser that is logged in', async ({ browser, office }) => {
  const context = await browser.newContext();
  await context.addCookies([{ ...office.cookie, httpOnly: true, sameSite: 'Strict' }]);
  await context.route('http://foreign.example/', (route) => route.fulfill({ contentType: 'text/html', body: '<p>' }));
  const page = await context.newPage();
  await page.goto('http://foreign.example/');
  const outcome = await page.evaluate(
    ({ socket, session }) =>
      Promise.all([
        new Promise((resolve) => {
          const connection = new WebSocket(socket);
          connection.onopen = () => resolve('open');
          connection.onerror = () => resolve('refused');
        }),
        fetch(session, { method: 'POST', body: 'x', mode: 'cors' }).then(
          () => 'read',
          () => 'refused',
        ),
      ]),
    { socket: `${office.origin.replace('http', 'ws')}/socket`, session: `${office.origin}/session` },
  );
  expect(outcome).toEqual(['refused', 'refused']);
  await context.close();
});
