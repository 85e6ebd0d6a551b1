// SPDX-License-Identifier: MIT
// The page of a verification in a browser, opened from disk with the network refused, in light and
// dark, on a phone and on a desk: page.mjs PICTURES_FOLDER PAGE.html [OTHER_PAGE.html …]
// Of the other pages (the same in other languages) only how they fit is looked at. CHROMIUM in the
// environment names another browser.
import { readFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [pictures, page, ...others] = process.argv.slice(2);
const browserPath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
mkdirSync(pictures, { recursive: true });

let failures = 0;
const check = (good, what) => {
  if (!good) { failures += 1; console.log(`FAILED: ${what}`); }
};

const screens = {
  phone: { width: 390, height: 844, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desk: { width: 1280, height: 860, deviceScaleFactor: 1, isMobile: false, hasTouch: false },
};

// What a reader with a mouse or a keyboard does.
async function slider(tab, name) {
  const box = tab.locator('.mapbox').filter({ has: tab.locator('.days:not([hidden])') }).first();
  const input = box.locator('input[type=range]');
  await input.focus();
  await input.press('Home');
  const first = await box.locator('.mp-day').first().getAttribute('data-day');
  check(await box.locator('output').textContent() === first, `${name}: the slider tells its day`);
  check(await box.locator('.mp-day').first().isVisible(), `${name}: the day's map is shown`);
  check(!await box.locator('.mp-change').first().isVisible(), `${name}: and the change is not`);
  await box.locator('label', { hasText: /./ }).first().click();
  check(await box.locator('.mp-change').first().isVisible(), `${name}: the change comes back`);
}

async function yardstick(tab, square, name) {
  await square.scrollIntoViewIfNeeded();
  const before = await square.boundingBox();
  const at = [before.x + before.width / 2, before.y + before.height / 2];
  await tab.mouse.move(...at);
  await tab.mouse.down();
  await tab.mouse.move(at[0] - 60, at[1] + 20, { steps: 4 });
  await tab.mouse.up();
  const after = await square.boundingBox();
  check(Math.abs(after.x - before.x + 60) < 3, `${name}: the yardstick follows the mouse`);
  check(Math.abs(after.width - before.width) < 0.5, `${name}: and keeps its size`);
  await square.focus();
  await tab.keyboard.press('ArrowRight');
  const moved = await square.boundingBox();
  check(moved.x > after.x, `${name}: arrow keys move it`);
}

async function barriers(tab, name) {
  // The page's own policy lets no other script in, so the checker comes by the debugger.
  await tab.evaluate(axe);
  const found = await tab.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  for (const violation of found.violations) {
    const serious = ['serious', 'critical'].includes(violation.impact);
    const where = violation.nodes.slice(0, 3).map((node) => node.target.join(' ')).join('; ');
    check(!serious, `${name}: ${violation.id}: ${violation.help} (${where})`);
  }
}

async function look(browser, screen, scheme) {
  const name = `${screen}-${scheme}`;
  const size = screens[screen];
  const context = await browser.newContext({
    viewport: { width: size.width, height: size.height }, deviceScaleFactor: size.deviceScaleFactor,
    isMobile: size.isMobile, hasTouch: size.hasTouch, colorScheme: scheme, offline: true,
  });
  const tab = await context.newPage();
  tab.on('console', (message) => check(false, `${name}: console: ${message.text()}`));
  tab.on('pageerror', (error) => check(false, `${name}: error: ${error.message}`));
  tab.on('request', (request) =>
    check(request.url() === pathToFileURL(page).href, `${name}: requests ${request.url()}`));
  await tab.goto(pathToFileURL(page).href);
  await tab.screenshot({ path: `${pictures}/${name}-first.png` });
  await fits(tab, size.width, name);
  await barriers(tab, name);
  await slider(tab, name);
  await yardstick(tab, tab.locator('.mp-yard').first(), name);
  const island = tab.locator('.mp-yard:has(path)').first(); // of Debian's gmt-gshhg
  if (await island.count() > 0) {
    await yardstick(tab, island, `${name}, island`);
    await island.locator('xpath=ancestor::*[contains(@class, "mapbox")]').screenshot({ path: `${pictures}/${name}-island.png` });
  } else {
    console.log(`${name}: no island, as the system has no shorelines (gmt-gshhg)`);
  }
  await tab.screenshot({ path: `${pictures}/${name}-whole.png`, fullPage: true });
  await context.close();
}

// Nothing stands out of the page, out of a claim's table or out of a drawing.
async function fits(tab, width, name) {
  const found = await tab.evaluate(() => {
    const cut = [...document.querySelectorAll('.tables .scroll')].filter((box) => box.scrollWidth > box.clientWidth + 1);
    const out = [...document.querySelectorAll('svg text')].filter((text) => {
      const drawing = text.closest('svg').getBoundingClientRect();
      const box = text.getBoundingClientRect();
      return box.width > 0 && (box.left < drawing.left - 1 || box.right > drawing.right + 1);
    });
    return { wide: document.documentElement.scrollWidth, cut: cut.map((box) => box.ariaLabel), out: out.map((text) => text.textContent) };
  });
  check(found.wide <= width, `${name}: the page is ${found.wide} wide`);
  check(found.cut.length === 0, `${name}: cut off: ${found.cut.join(', ')}`);
  check(found.out.length === 0, `${name}: out of their drawings: ${found.out.join(', ')}`);
}

async function otherPage(browser, file) {
  for (const [screen, size] of Object.entries(screens)) {
    const context = await browser.newContext({ viewport: { width: size.width, height: size.height }, offline: true });
    const tab = await context.newPage();
    await tab.goto(pathToFileURL(file).href);
    const name = `${file.replace(/^.*\//, '').replace(/\.html$/, '')}-${screen}`;
    await fits(tab, size.width, name);
    await tab.screenshot({ path: `${pictures}/${name}.png` });
    await context.close();
  }
}

async function withoutScript(browser) {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
  const tab = await context.newPage();
  await tab.goto(pathToFileURL(page).href);
  check(await tab.locator('.map').first().isVisible(), 'without script: the map stands');
  check(!await tab.locator('.days').first().isVisible(), 'without script: no dead slider');
  await tab.locator('.see-before + label').first().click();
  check(await tab.locator('.mp-before').first().isVisible(), 'without script: before is shown');
  await context.close();
}

const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'] });
for (const screen of Object.keys(screens)) {
  for (const scheme of ['light', 'dark']) { await look(browser, screen, scheme); }
}
await withoutScript(browser);
for (const file of others) { await otherPage(browser, file); }
const paper = await (await browser.newContext({ offline: true })).newPage();
await paper.goto(pathToFileURL(page).href);
await paper.pdf({ path: `${pictures}/paper.pdf`, format: 'A4', printBackground: true });
await browser.close();
console.log(failures === 0 ? 'the page does what it says' : `${failures} failures`);
process.exit(failures === 0 ? 0 : 1);
