// An initiative's whole story and a seminar's pack: on pages, and on paper that a program nobody here wrote can open.

import { expect, look, signIn, test, type Page } from "./kit.ts";

const town = "/fjordby";

// What a service worker asks for passes by the routes set below.
test.use({ serviceWorkers: "block" });

/** The file behind a link, as whoever is signed in gets it. */
// A sheet is set by a program that was built to be tested, not to be fast, on a machine that does other things too.
const patience = 60_000;

async function pdf(page: Page, name: string): Promise<string> {
  const address = await page.getByRole("link", { name }).getAttribute("href");
  const answer = await page.request.get(address ?? "", { timeout: patience });
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  return (await answer.body()).toString("latin1");
}

test("the whole story of an initiative, and on one sheet", async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, "volunteer");
  await page.goto(`${town}/initiatives`);
  await page.getByRole("link", { name: /^Se ?: Søndagsbordet/ }).click();
  await page.getByRole("link", { name: "Læs hele historien" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hele historien: Søndagsbordet");
  for (const step of ["Det blev skrevet som et behov", "Samarbejdet begyndte", "Det gør vi anderledes nu", "Et nyt tilbud"]) {
    await expect(page.getByRole("heading", { level: 3, name: step }).first()).toBeVisible();
  }
  await look(page, "story");
  const sheet = await pdf(page, "Hent den på ét ark (PDF)");
  expect(sheet.slice(0, 5)).toBe("%PDF-");
  expect(sheet).toContain("/MarkInfo");
});

test("a seminar from its pack on the table to what came of it", async ({ page }) => {
  test.setTimeout(180_000);
  const unique = `${test.info().project.name} ${Date.now()}`;
  await signIn(page, "facilitator");
  await page.goto(`${town}/calendar`);
  await page.getByRole("link", { name: /En dag om at være ældre i Fjordby/ }).first().click();
  await page.getByRole("link", { name: "Materialet til seminaret" }).click();
  for (const part of ["Behov efter emne", "Det skiller sig ud", "Det forstår vi forskelligt", "Det har vi prøvet", "Det kan vi tale om"]) {
    await expect(page.getByRole("heading", { level: 2, name: part })).toBeVisible();
  }
  await look(page, "seminar");

  await page.getByText("Skriv en forståelse eller en idé").click();
  await page.getByLabel("Hvilket behov?").selectOption({ label: "Weekenden er lang, når man er alene" });
  await page.getByRole("button", { name: "Skriv det på" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await look(page, "seminar-remarks");
  await page.getByLabel("Hvad skriver du?").selectOption({ index: 2 });
  const idea = `Vi ringer om fredagen. (${unique})`;
  await page.getByLabel("Dine ord").fill(idea);
  await page.getByRole("button", { name: "Skriv det på" }).click();
  await expect(page.locator("#came").getByText(idea).first()).toBeVisible();
  await page.locator("#came").getByRole("link", { name: "Weekenden er lang, når man er alene" }).last().click();
  await expect(page.locator("div.card", { hasText: idea })).toContainText("Fra udviklingsseminaret");

  await page.goBack();
  // The page looks again by itself after a second; it stands still while it is looked at.
  const papers = "**/seminar-papers/*";
  await page.route(papers, (route) => (route.request().method() === "GET" ? route.abort("aborted") : route.continue()));
  await page.getByRole("button", { name: "Lav den på: English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vi laver materialet");
  await look(page, "paper-under-way");
  await page.unroute(papers);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Materialet er klar" })).toBeVisible({ timeout: 90_000 });
  await look(page, "paper-made");
  const paper = await pdf(page, "Hent PDF'en");
  expect(paper).toContain("/MarkInfo");
});
