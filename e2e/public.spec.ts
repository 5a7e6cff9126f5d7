// The pages that everyone may open without an account.

import { expect, expectAccessible, expectFits, shot, test } from "./kit.ts";

const pages = [
  { name: "front", path: "/" },
  { name: "municipality", path: "/fjordby" },
  { name: "offers", path: "/fjordby/offers" },
];

for (const { name, path } of pages) {
  test(`${path} is open to everyone`, async ({ page }) => {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await shot(page, name);
    await expectAccessible(page);
    await expectFits(page);
  });
}
