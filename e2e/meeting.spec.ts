// A facilitator who has never seen it prepares, runs and closes a practice meeting by what the pages say; and two who
// write minutes at once lose nothing.

import { expect, look, signIn, test, type Page } from "./kit.ts";

const town = "/fjordby";

/** In a week, as a date field wants it. */
function inAWeek(): string {
  return new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
}

/** From the first page to a called practice meeting of an initiative, by links and labels alone. */
async function call(page: Page, title: string): Promise<void> {
  await page.goto(`${town}/my-day`);
  await page.getByRole("navigation").getByRole("link", { name: "Samarbejder" }).first().click();
  await page.getByRole("link", { name: /^Se ?: Søndagsbordet/ }).click();
  await page.getByRole("link", { name: "Indkald til møde" }).click();
  await page.getByLabel("Løse noget i hverdagen").check();
  await page.getByLabel("Hvad kalder I det?").fill(title);
  await page.getByLabel("Hvilken dag?").fill(inAWeek());
  await page.getByLabel(/^Fra kl\./).fill("14:00");
  await page.getByLabel(/^Til kl\./).fill("15:00");
  await page.getByLabel("Hvor?", { exact: true }).fill("Køkkenet på Kilden");
  await page.getByRole("button", { name: "Send invitationen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
}

/** A line of the minutes as it stands; its words are repeated for the ear at its buttons. */
function line(page: Page, words: string) {
  return page.locator("main ol.rows p", { hasText: words });
}

async function write(page: Page, words: string): Promise<void> {
  await page.getByLabel("Skriv en linje").fill(words);
  await page.getByRole("button", { name: "Gem linjen" }).click();
  await expect(line(page, words)).toBeVisible();
}

test("a practice meeting from invitation to what is done differently, by what the pages say", async ({ page }) => {
  test.setTimeout(120_000);
  const unique = `${test.info().project.name} ${Date.now()}`;
  await signIn(page, "facilitator");
  await page.goto(`${town}/meetings/new`);
  await look(page, "meeting-call");
  await call(page, `Hvem låser op? (${unique})`);
  await look(page, "meeting-new");

  const own = page.getByLabel("Noget andet");
  if (!(await own.isVisible())) await page.getByText("Sæt noget på").click();
  await own.fill("Hvem har nøglen?");
  await page.getByRole("button", { name: "Sæt på" }).click();
  await expect(page.getByText("Hvem har nøglen?").first()).toBeVisible();
  await page.getByRole("button", { name: "Ja, jeg kommer" }).click();
  await expect(page.getByRole("status").first()).toContainText("Ja, jeg kommer");
  await write(page, "Vi har kun én nøgle.");
  await look(page, "meeting-running");

  await page.getByRole("link", { name: "Luk mødet" }).click();
  await look(page, "meeting-close");
  await page.getByRole("button", { name: "Luk mødet" }).click();
  await expect(page.locator(".error-summary")).toBeVisible();
  await look(page, "meeting-close-refused");
  await page.getByRole("link", { name: "Skriv, hvad I gør anderledes", exact: true }).click();
  await page.getByLabel("Hvad gør I anderledes?").fill("Kilden lægger en nøgle i en boks ved døren.");
  await page.getByLabel("Hvem gør det?").fill("Vagtholdet");
  await page.getByLabel("Hvordan kan borgeren mærke det?").fill("Døren er åben klokken tolv.");
  const whose = page.locator("[name=organisation]");
  await whose.first().check();
  await page.getByRole("button", { name: "Det aftaler vi" }).click();
  await expect(page.getByText("Kilden lægger en nøgle i en boks ved døren.")).toBeVisible();
  await page.getByRole("button", { name: "Luk mødet" }).click();
  await expect(page.getByRole("status").first()).toContainText("Mødet er lukket");
  await look(page, "meeting-closed");
});

test("two windows that write at once lose no line", async ({ page, browser }) => {
  test.setTimeout(120_000);
  const unique = `${test.info().project.name} ${Date.now()}`;
  await signIn(page, "facilitator");
  await call(page, `To skriver (${unique})`);
  const address = page.url();
  const context = await browser.newContext();
  const other = await context.newPage();
  await signIn(other, "facilitator");
  await write(page, "Den første linje");
  await other.goto(address);
  await page.goto(address);
  await other.getByLabel("Skriv en linje").fill("Fra det ene vindue");
  await write(page, "Fra det andet vindue");
  await other.getByRole("button", { name: "Gem linjen" }).click();
  for (const words of ["Fra det ene vindue", "Fra det andet vindue"]) await expect(line(other, words)).toBeVisible();

  await page.goto(address);
  for (const window of [page, other]) await window.getByRole("link", { name: /^Ret ?: Den første linje/ }).click();
  await page.getByLabel("Ret", { exact: true }).fill("Rettet her");
  await page.getByRole("button", { name: "Gem linjen" }).click();
  await other.getByLabel("Ret", { exact: true }).fill("Rettet der");
  await other.getByRole("button", { name: "Gem linjen" }).click();
  await expect(line(other, "Rettet her")).toBeVisible();
  await expect(line(other, "Rettet der")).toBeVisible();
  await expect(line(other, "To på samme tid")).toHaveCount(2);
  await look(other, "meeting-twice");
  await context.close();
});

test("my calendar, and an address to follow it by", async ({ page, request }) => {
  await signIn(page, "volunteer");
  await page.goto(`${town}/calendar`);
  await look(page, "calendar");
  await page.getByRole("button", { name: "Mine møder" }).click();
  await look(page, "calendar-feed");
  const address = await page.getByLabel("Adressen").inputValue();
  const calendar = await request.get(address);
  expect(calendar.headers()["content-type"]).toContain("text/calendar");
  expect(await calendar.text()).toContain("BEGIN:VCALENDAR");
});
