// Drives a catalogue in Chromium, from the disk and below a path of a server of files: the search
// finds operations and fields, links lead where they say, nothing is written to the console or asked
// of another host, no page is wider than its window, and axe-core finds nothing serious. Screenshots
// of each kind of page, at two widths, light and dark, are for people to look at.
//
//   node check.cjs SITE SHOTS
"use strict";
const fs = require("fs");
const http = require("http");
const path = require("path");
const { chromium } = require("playwright-core");
const axe = require("axe-core").source;

const [site, shots] = process.argv.slice(2);
const failures = [];
const fail = (where, what) => { failures.push(where + ": " + what); console.error("FAIL " + where + ": " + what); };
const check = (ok, where, what) => { if (!ok) { fail(where, what); } };

// What the site has, from its index.
const index = (() => {
  const window = {};
  new Function("window", fs.readFileSync(path.join(site, "assets/index.js"), "utf8"))(window);
  const index = window.searchIndex;
  for (const o of index.o) { o[5] = o[5] || "op-" + o[1]; }
  for (const e of index.e) { e[3] = e[3] || "error-" + e[1]; }
  return index;
})();
const has = (file) => fs.existsSync(path.join(site, file));
const waits = 120000; // ms at most, for machines that do other things too

// Pages of one kind each: those of the service with the most operations.
const counts = index.s.map((_, i) => index.o.filter((o) => o[0] === i).length);
const service = index.s[counts.indexOf(Math.max(...counts))][0];
const operation = index.o.find((o) => index.s[o[0]][0] === service);
const kinds = {
  start: "index.html", quality: "quality.html", findings: "findings.html", changes: "changes.html",
  service: service + "/index.html", operation: service + "/index.html#" + operation[5], "service-findings": service + "/findings.html",
  "service-changes": (index.s.find((s) => has(s[0] + "/changes.html")) || [service])[0] + "/changes.html",
  reference: service + "/reference.html",
};
for (const [kind, file] of Object.entries(kinds)) {
  if (!has(file.split("#")[0])) { delete kinds[kind]; }
}

// open opens a page and fails on what it must not do.
async function open(context, base, file, name) {
  const page = await context.newPage();
  page.setDefaultTimeout(waits);
  page.on("console", (m) => { if (m.type() === "error" || m.type() === "warning") { fail(name, "console: " + m.text()); } });
  page.on("pageerror", (e) => fail(name, "script: " + e));
  page.on("request", (r) => {
    if (!r.url().startsWith(base) && !/^(data|blob):/.test(r.url())) { fail(name, "asks " + r.url()); }
  });
  await page.goto(base + file);
  if (file.includes("reference.html")) {
    await page.waitForSelector("#reference h1", { timeout: waits });
  }
  return page;
}

async function look(browser, base) {
  for (const scheme of ["light", "dark"]) {
    for (const width of [1280, 390]) {
      const context = await browser.newContext({ viewport: { width, height: width < 600 ? 844 : 900 }, colorScheme: scheme });
      for (const [kind, file] of Object.entries(kinds)) {
        const name = kind + "-" + width + "-" + scheme;
        const page = await open(context, base, file, name);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        check(wide <= 0, name, "is " + wide + " pixels wider than the window");
        await page.screenshot({ path: path.join(shots, name + ".png") });
        // The viewer's own markup is not ours: of its page only the bar above it is looked at.
        await page.evaluate(axe);
        const found = await page.evaluate((only) => axe.run(only, { resultTypes: ["violations"], preload: false }), kind === "reference" ? "header" : "html");
        check(found.passes.length > 4, name, "axe-core looked at nothing");
        for (const v of found.violations) {
          if (v.impact === "serious" || v.impact === "critical") {
            fail(name, "axe " + v.id + ": " + v.help + " " + v.nodes.slice(0, 3).map((n) => n.target.join(" ")).join(", "));
          }
        }
        await page.close();
      }
      await context.close();
    }
  }
}

async function search(context, base) {
  const page = await open(context, base, "index.html", "search");
  const within = (id) => page.evaluate((id) => {
    const e = document.getElementById(id), box = e && e.closest("details").getBoundingClientRect();
    return Boolean(e && e.closest("details").open && box.top < innerHeight && box.bottom > 0);
  }, id);
  // An operation, by the keyboard alone.
  await page.keyboard.press("/");
  await page.keyboard.type(operation[1]);
  await page.waitForSelector("#results a");
  const link = await page.evaluate((id) => [...document.querySelectorAll("#results a")].map((a) => a.getAttribute("href")).includes(id),
    service + "/index.html#" + operation[5]);
  check(link, "search", "does not find the operation " + operation[1]);
  await page.screenshot({ path: path.join(shots, "search-1280-light.png") });
  await page.keyboard.press("ArrowDown");
  check(await page.evaluate(() => document.activeElement.closest("#results") !== null), "search", "the arrow does not lead to the results");
  await page.keyboard.press("ArrowUp");
  const first = await page.getAttribute("#results a", "href");
  await page.keyboard.press("Enter");
  await page.waitForURL(base + first);
  check(await within(first.split("#")[1]), "search", "the operation is not open and in sight at " + first);
  // A field: the one that the fewest operations have, so that the link is known.
  await page.goto(base + "index.html");
  const field = index.f.map((f) => [f[0], f[1].split(" ").map((d) => parseInt(d, 36))]).filter((f) => /^[a-z_]{4,}$/.test(f[0])).sort((a, b) => a[1].length - b[1].length || (a[0] < b[0] ? -1 : 1))[0];
  await page.fill("#q", field[0]);
  const entry = page.locator("#results details", { has: page.locator("code", { hasText: new RegExp("^" + field[0] + "$") }) }).first();
  await entry.locator("summary").click();
  await entry.locator("a").first().click();
  const target = index.o[field[1][0]];
  await page.waitForURL(base + index.s[target[0]][0] + "/index.html#" + target[5]);
  check(await within(target[5]), "search", "the field " + field[0] + " leads to " + page.url() + ", which is not in sight");
  // An error code.
  if (index.e.length) {
    await page.goto(base + "index.html");
    const e = index.e[0];
    await page.fill("#q", e[1] + " " + index.s[e[0]][0]);
    await page.locator('#results a[href="' + index.s[e[0]][0] + "/index.html#" + e[3] + '"]').click();
    await page.waitForURL(base + index.s[e[0]][0] + "/index.html#" + e[3]);
    check(await page.evaluate((id) => document.getElementById(id).getBoundingClientRect().top < innerHeight, e[3]), "search", "the error code is not in sight");
  }
  // Nothing, and back.
  await page.goto(base + "index.html");
  await page.fill("#q", "zzzzqqqq");
  await page.waitForFunction(() => /Nothing/.test(document.getElementById("found").textContent));
  check(await page.isHidden("#results"), "search", "an empty list of results shows");
  await page.keyboard.press("Escape");
  check(await page.inputValue("#q") === "", "search", "Escape does not clear it");
  await page.close();
}

async function service_(context, base) {
  const page = await open(context, base, service + "/index.html", "filter");
  await page.fill("#filter", operation[3]);
  const left = await page.locator("details.operation:visible").count();
  check(left >= 1 && left <= counts[index.s.findIndex((s) => s[0] === service)], "filter", left + " operations are left");
  await page.fill("#filter", "zzzzqqqq");
  check(await page.locator("details.operation:visible").count() === 0, "filter", "what does not fit is left");
  await page.close();
}

async function theme(context, base) {
  const page = await open(context, base, "index.html", "theme");
  const before = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.click("button.theme");
  const after = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  check(before !== after, "theme", "the button changes nothing");
  await page.goto(base + "quality.html");
  check(await page.evaluate(() => getComputedStyle(document.body).backgroundColor) === after, "theme", "the next page has forgotten it");
  await page.click("button.theme");
  await page.close();
}

async function reference(context, base) {
  if (!kinds.reference) { return; }
  const list = await open(context, base, service + "/index.html", "reference");
  await list.evaluate((id) => { document.getElementById(id).closest("details").open = true; }, operation[5]);
  await list.locator("#" + operation[5].replace(/([^A-Za-z0-9_-])/g, "\\$1") + ' a:text-is("Reference")').click();
  await list.waitForSelector("#reference h1", { timeout: waits });
  const title = operation[4] || operation[1];
  try {
    await list.waitForFunction((title) => [...document.querySelectorAll("#reference h2, #reference h3")].some((h) => {
      const top = h.getBoundingClientRect().top;
      return h.textContent.includes(title) && top >= 0 && top < innerHeight;
    }), title, { timeout: waits });
  } catch {
    fail("reference", "the link of " + title + " does not lead to it");
  }
  check(await list.evaluate(() => document.body.textContent.includes("client.")), "reference", "shows no Go code");
  await list.close();
}

// Without scripts all operations and findings are there; only the search and the reference are not.
async function plain(browser, base) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(base + "index.html");
  check(await page.locator("table.services tbody tr").count() === index.s.length, "without scripts", "services are missing");
  await page.goto(base + service + "/index.html");
  await page.locator("details.operation > summary").first().click();
  check(await page.locator("details.operation[open]").count() >= 1, "without scripts", "an operation cannot be opened");
  await context.close();
}

// serve gives the files of the site below a path, and nothing else.
function serve() {
  const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, "http://x").pathname);
    const file = path.join(site, name.replace(/^\/below\/a\/path\//, ""));
    if (!name.startsWith("/below/a/path/") || !fs.existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "Content-Type": types[path.extname(file)] || "application/octet-stream" });
    fs.createReadStream(file).pipe(response);
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

(async () => {
  fs.mkdirSync(shots, { recursive: true });
  const options = { executablePath: process.env.CHROMIUM, args: ["--disable-dev-shm-usage"], chromiumSandbox: process.getuid() !== 0 };
  const browser = await chromium.launch(options);
  const disk = "file://" + encodeURI(site) + "/";
  await look(browser, disk);
  const server = await serve();
  for (const base of [disk, "http://127.0.0.1:" + server.address().port + "/below/a/path/"]) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(waits);
    for (const step of [search, service_, theme, reference]) { await step(context, base); }
    await context.close();
  }
  await plain(browser, disk);
  server.close();
  await browser.close();
  if (failures.length > 0) {
    console.error(failures.length + " failures");
    process.exit(1);
  }
  console.log("site: " + Object.keys(kinds).length + " kinds of pages, screenshots in " + shots);
})().catch((e) => { console.error(e); process.exit(1); });
