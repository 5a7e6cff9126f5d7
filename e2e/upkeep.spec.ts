// Tending the directory: every list, two offers that become one, a change that waits, something wrong, someone gone.

import { expect, expectAccessible, expectFits, shot, signIn, test } from "./kit.ts";

const town = "/fjordby";

test("the lists of what needs a look", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "facilitator");
  for (const list of [
    "",
    "/waiting",
    "/stale",
    "/orphaned",
    "/faulty",
    "/broken",
    "/untranslated",
    "/thin",
    "/alike",
    "/in-vain",
    "/replace",
    "/settings",
  ]) {
    const answer = await page.goto(`${town}/upkeep${list}`);
    expect(answer?.status(), list).toBe(200);
    await shot(page, `upkeep${list.replaceAll("/", "-")}`);
    await expectAccessible(page);
    await expectFits(page);
  }
});

test("two that look alike are looked at side by side", async ({ page }) => {
  await signIn(page, "facilitator");
  await page.goto(`${town}/upkeep/alike`);
  await page.getByRole("link", { name: "Se dem ved siden af hinanden" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Er det det samme?");
  await shot(page, "upkeep-merge");
  await expectAccessible(page);
  await expectFits(page);
});

test("a change that waits is read beside what stands there", async ({ page }) => {
  await signIn(page, "facilitator");
  await page.goto(`${town}/upkeep/waiting`);
  await page.getByRole("link", { name: "Se rettelsen" }).first().click();
  await expect(page.locator("main ins").first()).toBeVisible();
  await shot(page, "upkeep-proposal");
  await expectAccessible(page);
  await expectFits(page);
});

test("who is gone, and what is said to be wrong, have pages that mend them", async ({ page }) => {
  await signIn(page, "facilitator");
  await page.goto(`${town}/vacancies`);
  await shot(page, "vacancies");
  await expectAccessible(page);
  await expectFits(page);
  await page.locator("main a[href*='/vacancies/']").first().click();
  await expect(page.getByLabel("Hvem tager over?")).toBeVisible();
  await shot(page, "vacancy");
  await expectAccessible(page);
  await expectFits(page);
  await page.goto(`${town}/upkeep/faulty`);
  await page.locator("main a[href$='/faults']").first().click();
  await shot(page, "faults");
  await expectAccessible(page);
  await expectFits(page);
});

test("what an offer's form asks, and what was changed", async ({ page }) => {
  await signIn(page, "facilitator");
  await page.goto(`${town}/upkeep/waiting`);
  const offer = (await page.locator("main a[href$='/proposal']").first().getAttribute("href")) ?? "";
  for (const path of ["edit", "history", "translations", "translations/ar"]) {
    await page.goto(offer.replace("proposal", path));
    await shot(page, `offer-${path.replace("/", "-")}`);
    await expectAccessible(page);
    await expectFits(page);
  }
  await page.goto(offer.replace("/proposal", ""));
  await expect(page.getByText("En rettelse fra")).toBeVisible();
  await shot(page, "offer-waiting");
  await expectAccessible(page);
});
