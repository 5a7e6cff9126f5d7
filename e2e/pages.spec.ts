// The screens each role lives in, and one page of each kind behind them: usable, fitting, asking no other host.

import { expect, expectAccessible, expectFits, shot, signIn, test, type Role } from "./kit.ts";

const town = "/fjordby";

const screens: Record<Role, string[]> = {
  volunteer: ["/my-day", "/observations/new", "/observations", "/offers", "/frames"],
  staff: ["/my-day", "/observations/new", "/offers"],
  coordinator: ["/my-day", "/inbox", "/needs", "/needs/new", "/offers/checks", "/offers/new"],
  leader: ["/my-day", "/answers", "/needs", "/frames", "/frames/new"],
  voluntary_leader: ["/my-day", "/answers", "/initiatives"],
  facilitator: ["/my-day", "/inbox", "/needs", "/initiatives", "/answers", "/offers/checks", "/insight"],
  researcher: ["/my-day", "/needs", "/initiatives"],
  administrator: [
    "/my-day",
    "/administration",
    "/administration/areas",
    "/administration/organisations",
    "/administration/people",
    "/administration/topics",
    "/administration/settings",
    "/administration/signposts",
  ],
};

for (const [role, paths] of Object.entries(screens) as [Role, string[]][]) {
  test(`the screens of the ${role}`, async ({ page }) => {
    test.setTimeout(90_000);
    await signIn(page, role);
    for (const path of paths) {
      const answer = await page.goto(town + path);
      expect(answer?.status(), path).toBe(200);
      await shot(page, `${role}${path.replaceAll("/", "-")}`);
      await expectAccessible(page);
      await expectFits(page);
    }
  });
}

test("one tap says whether it can be felt", async ({ page }) => {
  await signIn(page, "volunteer");
  const question = page.locator('main a[href*="/felt/"]').first();
  // The questions go out when the program has been running for a moment.
  await expect(async () => {
    await page.goto(`${town}/my-day`);
    await expect(question).toBeVisible({ timeout: 500 });
  }).toPass();
  await question.click();
  await shot(page, "felt");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Lidt" }).click();
  await expect(page.getByRole("status")).toContainText("Du har sagt: Lidt");
  await page.locator("[name=note]").fill("Der bliver ringet, men først om aftenen.");
  await page.getByRole("button", { name: "Send" }).click();
  await shot(page, "felt-said");
  await expectAccessible(page);
  await expectFits(page);
  await expect(page.locator("[name=note]")).toHaveValue("Der bliver ringet, men først om aftenen.");
});

test("one page of each kind, in English", async ({ page }) => {
  test.setTimeout(90_000);
  await signIn(page, "facilitator");
  for (const list of ["/needs", "/initiatives", "/offers", "/inbox"]) {
    await page.goto(`${town}${list}?language=en`);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.locator("main a[href*='-'][href^='/fjordby/']").first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await shot(page, `en${list.replaceAll("/", "-")}-one`);
    await expectAccessible(page);
    await expectFits(page);
  }
});

test("forbidden, missing and gone have a face", async ({ page }) => {
  await signIn(page, "volunteer");
  for (const [path, status] of [
    ["/administration", 403],
    ["/needs/00000000-0000-7000-8000-000000000000", 404],
    ["/sign-in/nothing", 410],
  ] as const) {
    const answer = await page.goto(town + path);
    expect(answer?.status()).toBe(status);
    await shot(page, `state-${status}`);
    await expectAccessible(page);
  }
});
