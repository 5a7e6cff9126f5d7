// Telling without a network: what is written on the phone comes through by itself, once, and is nobody else's.

import { demo, type Role } from "./demo.ts";
import { expect, expectAccessible, expectFits, shot, signIn, test, type Page } from "./kit.ts";

const town = "/fjordby";
const tell = `${town}/observations/new`;

/** Until the worker has the pages in hand and the blank form lies on the phone. */
async function ready(page: Page): Promise<void> {
  await page.goto(tell);
  await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.ready;
    if (!registration.active || !navigator.serviceWorker.controller) return false;
    const cache = await caches.open("samskab-shell");
    return (await cache.keys()).length === 1 && (await caches.match("/fjordby/offline")) !== undefined;
  });
}

async function write(page: Page, story: string): Promise<void> {
  await page.locator("[name=story]").fill(story);
  await page.locator("[name=source][value=saw]").check();
  await page.locator("[name=topic_group][value=illness_and_home]").check();
  const area = page.locator("[name=area]").first();
  if (await area.isVisible()) await area.check();
  await page.locator("form[data-offline] button:not([type=button])").last().click();
}

async function as(page: Page, role: Role): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, role);
}

test("three stories written without a network are on the server afterwards, once each", async ({ page, context }) => {
  test.setTimeout(90_000);
  const unique = test.info().project.name + Date.now();
  const stories = [1, 2, 3].map((n) => `Fortalt uden net, nummer ${n} (${unique})`);
  await signIn(page, "volunteer");
  await ready(page);
  await context.setOffline(true);
  await page.goto(tell);
  await expect(page.locator("html")).not.toHaveAttribute("data-membership");
  for (const story of stories) {
    await write(page, story);
    await expect(page.locator("[data-offline-note]")).toHaveText("Gemt på din telefon. Sendes, når der er net");
    await expect(page.locator("[name=story]")).toHaveValue("");
  }
  await expect(page.locator("[data-waiting] li")).toHaveCount(3);
  await shot(page, "offline-waiting");
  await expectAccessible(page);
  await expectFits(page);
  await page.goto(`${town}/my-day`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Du har ikke net lige nu");
  await shot(page, "offline");
  await expectAccessible(page);
  await page.close();

  await context.setOffline(false);
  const back = await context.newPage();
  await back.goto(`${town}/observations`);
  await expect(back.locator("[data-waiting]")).toBeHidden({ timeout: 20_000 });
  await back.goto(`${town}/observations`);
  for (const story of stories) await expect(back.getByText(story).filter({ visible: true })).toHaveCount(2);
  await as(back, "facilitator");
  await back.goto(`${town}/inbox`);
  for (const story of stories) await expect(back.locator("main li", { hasText: story })).toHaveCount(1);
});

test("what is refused stays on the phone with its remark, and is nobody else's", async ({ page, context }) => {
  test.setTimeout(90_000);
  const unique = test.info().project.name + Date.now();
  await signIn(page, "volunteer");
  await ready(page);
  await context.setOffline(true);
  await page.goto(tell);
  await write(page, `Hun er 010190-1234 og bor alene (${unique})`);
  await expect(page.locator("[data-waiting] li")).toHaveCount(1);
  await context.setOffline(false);
  await page.goto(`${town}/observations`);
  const waiting = page.locator("[data-waiting] li");
  await expect(waiting.getByText("CPR")).toBeVisible();
  await shot(page, "offline-refused");
  await expectAccessible(page);

  await as(page, "coordinator");
  await page.goto(`${town}/observations`);
  await expect(page.locator("[data-waiting]")).toBeHidden();
  await page.goto(tell);
  await expect(page.getByText("010190")).toHaveCount(0);

  await as(page, "volunteer");
  await page.goto(`${town}/observations`);
  await page.locator("[data-mend]").click();
  await expect(page.locator("[name=story]")).toHaveValue(/010190-1234/);
  await expect(page.locator("[data-offline-note]")).toContainText("CPR");
  await page.locator("[name=story]").fill(`Hun bor alene (${unique})`);
  await page.locator("form[data-offline] button:not([type=button])").last().click();
  await expect(page).toHaveURL(/received=yes/);
  await page.goto(`${town}/observations`);
  await expect(page.locator("[data-waiting]")).toBeHidden();
});

test("signing out asks what to do with what is unsent", async ({ page, context }) => {
  const unique = test.info().project.name + Date.now();
  await signIn(page, "staff");
  await ready(page);
  await context.setOffline(true);
  await page.goto(tell);
  await write(page, `Hun er 010190-1234 (${unique})`);
  await expect(page.locator("[data-waiting] li")).toHaveCount(1);
  await context.setOffline(false);
  await page.goto(`${town}/my-day`);
  await page.locator("details.me summary").click();
  await page.locator(`form[action="${town}/sign-out"] button`).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Der ligger 1 oplevelse, som ikke er sendt");
  await shot(page, "offline-sign-out");
  await expectAccessible(page);
  await dialog.locator("[data-cancel]").click();
  await expect(dialog).toBeHidden();
  await page.locator("details.me summary").click();
  await page.locator(`form[action="${town}/sign-out"] button`).click();
  await dialog.locator("[data-delete]").click();
  await expect(page).toHaveURL(demo().origin + town);
  await signIn(page, "staff");
  await page.goto(`${town}/observations`);
  await expect(page.locator("[data-waiting]")).toBeHidden();
});

test("what is being written is looked at, and what is told can be added to a need with one tap", async ({ page }) => {
  await signIn(page, "volunteer");
  await page.goto(tell);
  await page.locator("[name=story]").fill("Grethe kom hjem fra sygehuset til et tomt køleskab, og ingen vidste, at hun kom.");
  await expect(page.locator('[data-look$="/personal-data"][data-field="story"]')).toContainText("Grethe");
  await expect(page.locator('[data-look$="/likeness"] a').first()).toBeVisible();
  await shot(page, "tell-looked-at");
  await expectAccessible(page);
  await expectFits(page);

  await write(page, `En nabo kom hjem fra sygehuset til et tomt køleskab (${Date.now()})`);
  await expect(page).toHaveURL(/received=yes/);
  await shot(page, "received-near");
  await expectAccessible(page);
  await page.getByRole("button", { name: /Det har jeg også set/ }).first().click();
  await expect(page.getByText("Tak. Din oplevelse er lagt til.")).toBeVisible();
});

test("signing out asks what to do with what one has begun to tell, and it is there again after signing in", async ({ page }) => {
  const unique = `Halvskrevet (${test.info().project.name}${Date.now()})`;
  const leave = async (choice: string) => {
    await page.goto(`${town}/my-day`);
    await page.locator("details.me summary").click();
    await page.locator(`form[action="${town}/sign-out"] button`).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("Du er i gang med at fortælle noget");
    await expect(dialog.locator("[data-send]")).toBeHidden();
    await shot(page, "offline-sign-out-begun");
    await expectAccessible(page);
    await dialog.locator(choice).click();
    await expect(page).toHaveURL(demo().origin + town);
  };
  await signIn(page, "volunteer");
  await page.goto(tell);
  await page.locator("[name=story]").fill(unique);
  await leave("[data-keep]");

  await signIn(page, "coordinator");
  await page.goto(tell);
  await expect(page.locator("[name=story]")).toHaveValue("");
  await as(page, "volunteer");
  await page.goto(tell);
  await expect(page.locator("[name=story]")).toHaveValue(unique);
  await leave("[data-delete]");
  await signIn(page, "volunteer");
  await page.goto(tell);
  await expect(page.locator("[name=story]")).toHaveValue("");
});
