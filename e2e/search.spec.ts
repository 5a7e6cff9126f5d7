// Finding offers: narrowed with counts, put right, suggested, in another language, and without script.

import { expect, look, test } from "./kit.ts";

const offers = "/fjordby/offers";

test("what is found is narrowed, and says how much there is", async ({ page }) => {
  await page.goto(`${offers}?q=hj%C3%A6lp&when=week`);
  await expect(page.locator("#filter-when option").nth(1)).toHaveText(/\(\d+\)$/);
  await look(page, "search-narrowed");
});

test("a slip of the hand is put right with one tap", async ({ page }) => {
  await page.goto(`${offers}?q=sporgcafe`);
  await page.locator("p.meant a").click();
  await expect(page).toHaveURL(/q=sprogcaf/);
  await expect(page.locator("article.offer h2").first()).toContainText(/sprogcaf/i);
});

test("a question in Arabic finds what a Danish offer is about", async ({ page }) => {
  await page.goto(`${offers}?q=${encodeURIComponent("أين أتعلم اللغة؟")}&language=ar`);
  await expect(page.locator("article.offer").first()).toBeVisible();
});

test("the box suggests while one types", async ({ page }) => {
  await page.goto(offers);
  await page.locator("#q").pressSequentially("spro");
  await expect(page.locator("#q-suggestions option").first()).toHaveAttribute("value", /^spro/);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("one finds and narrows as well", async ({ page }) => {
    await page.goto(offers);
    await page.locator("#q").fill("kaffe");
    await page.locator("form.search button").click();
    await expect(page.locator("article.offer").first()).toBeVisible();
    await page.goto(`${offers}?q=kaffe&cost=free`);
    await expect(page.locator("#filter-cost")).toHaveValue("free");
  });
});
