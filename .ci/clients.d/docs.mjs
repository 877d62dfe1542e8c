// Reads the documentation page as a newcomer does: both documents, one read and one write with try-it-out, and nothing from
// another host. Needs Chromium and a Dateline at DATELINE_URL with the admin key DATELINE_KEY.
import puppeteer from "puppeteer-core";

const url = process.env.DATELINE_URL;
const browser = await puppeteer.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-quic"] });
const page = await browser.newPage();
await page.setViewport({ width: 1400, height: 1000 });

const elsewhere = [];
const answers = [];
page.on("request", (request) => {
  const local = request.url().startsWith(url) || /^(data|blob):/.test(request.url());
  if (!local) elsewhere.push(request.url());
});
page.on("response", (response) => {
  const { pathname } = new URL(response.url(), url);
  if (pathname.startsWith("/v1")) answers.push(`${response.status()} ${response.request().method()} ${pathname}`);
});

async function press(text, selector = "button") {
  const element = await page.waitForFunction(
    (words, places) =>
      [...document.querySelectorAll(places)].find(
        (one) => one.innerText.trim().replace(/\s+/g, " ").startsWith(words) && one.getBoundingClientRect().height > 0,
      ),
    { timeout: 20_000 },
    text,
    selector,
  );
  await element.click();
}

async function send(operation, expected) {
  await press(`Test Request (${operation})`);
  await press("Send Send");
  const until = Date.now() + 10_000;
  while (!answers.includes(expected)) {
    if (Date.now() > until) throw new Error(`${operation}: ${answers} instead of ${expected}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

await page.goto(`${url}/docs/`, { waitUntil: "networkidle0" });
await press("List articles");
await send("get /v1/articles", "200 GET /v1/articles");

await page.goto(`${url}/docs/?api=editorial`, { waitUntil: "networkidle0" });
await page.type("input[placeholder=Token]", process.env.DATELINE_KEY);
await press("Open Group Editing articles");
await press("Create an article");
await send("post /v1/editorial/articles", "201 POST /v1/editorial/articles");

await browser.close();
if (elsewhere.length > 0) throw new Error(`asked elsewhere: ${elsewhere}`);
console.log(`docs: ${answers.join(", ")}; nothing from elsewhere`);
