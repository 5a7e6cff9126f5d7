// The way of an answer, and of a need that becomes another: what is moved, mended, begun, gathered stays readable.

import { expect, look, signIn, test, type Page } from "./kit.ts";

const town = "/fjordby";

async function openNeed(page: Page, title: string): Promise<void> {
  await page.goto(`${town}/needs`);
  await page.getByRole("link", { name: title }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
}

test("what we asked others is found, and what stood before a correction", async ({ page }) => {
  await signIn(page, "facilitator");
  await page.goto(`${town}/answers?which=asked`);
  await expect(page.locator("ul.rows li").first()).toBeVisible();
  await look(page, "way-asked");
  await openNeed(page, "Børn bliver hjemme fra skole for at tolke");
  await expect(page.getByText("Vi har spurgt regionen")).toBeVisible();
  await page.getByText("Sådan stod der før").first().click();
  await expect(page.getByText("Du kan få én med, der holder din jakke")).toBeVisible();
  await look(page, "way-corrected");
});

test("half an answer waits for its writer, and the date moves with a reason", async ({ page }) => {
  await signIn(page, "leader");
  await page.goto(`${town}/answers?which=waiting`);
  await page.getByRole("link", { name: /Den, der passer en syg derhjemme/ }).click();
  await expect(page.locator("[name=reason]")).toHaveValue(/Det kan vi gøre sammen med$/);
  await look(page, "way-begun");
  const address = page.url();
  await page.goto(`${address}/extend`);
  await look(page, "way-extend");
  await page.getByRole("main").getByRole("button").last().click();
  await expect(page.locator(".error-summary, [role=alert]").first()).toBeVisible();
  await look(page, "way-extend-wrong");
});

test("two needs become one, and one becomes two", async ({ page }) => {
  test.setTimeout(60_000);
  await signIn(page, "facilitator");
  await openNeed(page, "Weekenden er lang, når man er alene");
  await expect(page.getByText("Søndagen er længst").first()).toBeVisible();
  await look(page, "way-merged");
  const need = page.url();
  for (const step of ["merge", "split", "anew", "observations"]) {
    await page.goto(`${need}/${step}`);
    await look(page, `way-${step}`);
  }
});

test("what one gains oneself, and how one hears of news", async ({ page }) => {
  await signIn(page, "coordinator");
  for (const path of ["/interests", "/interests/new", "/notices"]) {
    await page.goto(town + path);
    await look(page, `way-${path.slice(1).replace("/", "-")}`);
  }
  await page.getByLabel(/^Aldrig/).check();
  await page.getByRole("button", { name: "Gem" }).click();
  await expect(page.getByLabel(/^Aldrig/)).toBeChecked();
});
