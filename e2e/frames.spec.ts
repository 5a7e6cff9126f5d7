// *Hvad kan lade sig gøre?*: one screen on a phone, one sheet on paper; asked about, answered, handed over.

import { expect, look, signIn, test, type Page, type Role } from "./kit.ts";

const town = "/fjordby";

async function as(page: Page, role: Role): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, role);
}

test("each area's space is told on one screen and printed on one sheet", async ({ page }) => {
  await as(page, "volunteer");
  await page.goto(`${town}/frames`);
  for (const area of await page.locator(".areas a").all()) {
    await area.click();
    await look(page, `frames-${(await page.locator(".areas [aria-current]").innerText()).toLowerCase()}`);
    const columns = page.locator(".column");
    await expect(columns).toHaveCount(3);
    await expect(columns.first().getByRole("heading")).toHaveText("Det kan vi her");
    await expect(columns.last().getByRole("heading")).toHaveText("Det afgøres andre steder");
    if (test.info().project.name === "phone") {
      const height = await page.evaluate(() => {
        const top = document.querySelector(".areas")!.getBoundingClientRect().top;
        return document.querySelector(".columns")!.getBoundingClientRect().bottom - top;
      });
      expect(height, "from the areas' names to the last line").toBeLessThanOrEqual(740);
    }
    const sheet = await page.pdf({ format: "A4" });
    expect(sheet.toString("latin1").match(/\/Type\s*\/Page\b/g), "sheets").toHaveLength(1);
  }
  if (test.info().project.name === "phone") {
    await page.locator(".phone-only a").click();
    await look(page, "frames-all");
  }
});

test("anyone may ask whether it still holds, and hears the answer", async ({ page }) => {
  const unique = `${test.info().project.name} ${Date.now()}`;
  await as(page, "staff");
  await page.goto(`${town}/frames`);
  await page.getByRole("link", { name: "Flygtninge" }).click();
  await page.getByRole("link", { name: "Frivillige tolker ikke hos lægen" }).click();
  await look(page, "frame");
  const item = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "Spørg", exact: true }).click();
  await expect(page.locator(".error-summary")).toBeVisible();
  await look(page, "frame-remark");
  await page.locator("[name=question]").fill(`Gælder det også på biblioteket? (${unique})`);
  await page.getByRole("button", { name: "Spørg", exact: true }).click();
  await expect(page.getByText(unique)).toBeVisible();

  await as(page, "voluntary_leader");
  await page.goto(item);
  await page.locator("article", { hasText: unique }).getByRole("link", { name: "Svar" }).click();
  await look(page, "challenge");
  await page.getByLabel("Ja, det passer stadig").check();
  await page.locator("[name=reason]").fill("Ja, det gælder alle steder, hvor der bliver truffet beslutninger.");
  await page.getByRole("button", { name: "Svar" }).click();
  await expect(page.locator("article", { hasText: unique })).toContainText("det gælder alle steder");

  await as(page, "staff");
  await page.goto(`${town}/my-day`);
  await expect(page.getByText("det gælder alle steder").first()).toBeVisible();
});

test("a question is handed over to the politicians, and what came of it is told", async ({ page }) => {
  await as(page, "facilitator");
  await page.goto(`${town}/handovers`);
  await look(page, "handovers");
  await page.getByRole("link", { name: "Giv det videre" }).click();
  await look(page, "handover-new");
  await page.getByLabel("Ældre").check();
  await page.locator("[name=recipient]").fill("Byrådet");
  await page.locator("[name=text]").fill("Kan Kilden holde åbent om lørdagen?");
  await page.getByRole("button", { name: "Det er givet videre" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Byrådet");
  await page.getByText("Fortæl, hvad der kom ud af det").click();
  await page.getByLabel("De har taget det op").check();
  await page.locator("[name=text]").fill("Det er på dagsordenen i januar.");
  await page.getByRole("button", { name: "Gem" }).click();
  await expect(page.getByText("Det er på dagsordenen i januar.")).toBeVisible();
  await look(page, "handover");
});

test("an initiative says what it keeps to, and what was found on the way", async ({ page }) => {
  await as(page, "volunteer");
  await page.goto(`${town}/initiatives`);
  await page.getByRole("link", { name: /Torsdagshjælp/ }).first().click();
  await page.getByRole("link", { name: "Har I opdaget noget undervejs?" }).click();
  await look(page, "frame-late");
});
