// What stands around an initiative: who is in it, how it is understood, who does what, how it rests and ends; usable and
// fitting for those who are in it and those who only read.

import { expect, look, signIn, test, type Page, type Role } from "./kit.ts";

const town = "/fjordby";

/** The address of an initiative, found by its name as anyone finds it. */
async function find(page: Page, name: string): Promise<string> {
  await page.goto(`${town}/initiatives`);
  await page.getByRole("link", { name: new RegExp(`^Se ?: ${name}`) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  return page.url();
}

for (const role of ["volunteer", "leader", "researcher"] as Role[]) {
  test(`what stands around an initiative, for the ${role}`, async ({ page }) => {
    test.setTimeout(120_000);
    await signIn(page, role);
    const at = await find(page, "Torsdagshjælp");
    await look(page, `initiative-${role}`);
    for (const part of ["people", "understanding", "tasks"]) {
      await page.goto(`${at}/${part}`);
      await look(page, `initiative-${role}-${part}`);
    }
    for (const path of ["/initiatives/endings", "/changes"]) {
      await page.goto(town + path);
      await look(page, `${role}${path.replaceAll("/", "-")}`);
    }
  });
}

test("one says who, what and from where, and reads it", async ({ page }) => {
  await signIn(page, "volunteer");
  const at = await find(page, "Torsdagshjælp");
  await page.getByRole("link", { name: "Ret det" }).click();
  await look(page, "initiative-place");
  await page.getByLabel("Giver det form").check();
  await page.getByLabel("Nogen, der selv står i det").check();
  await page.getByRole("button", { name: "Gem" }).click();
  await expect(page).toHaveURL(at);
  await expect(page.getByText("Giver det form")).toBeVisible();
});

test("an ending is found by what was learnt, and by what it hung on", async ({ page }) => {
  await signIn(page, "volunteer");
  await page.goto(`${town}/initiatives`);
  await page.getByRole("link", { name: "Det lærte andre" }).click();
  await page.getByLabel("Søg i det, de lærte").fill("klubber");
  await page.getByLabel("Hvad hang det på?").selectOption("Steder at mødes");
  await page.getByRole("button", { name: "Søg" }).click();
  await expect(page.getByRole("link", { name: "Foreningsguider" })).toBeVisible();
  await page.getByLabel("Hvad hang det på?").selectOption("Politisk uenighed");
  await page.getByRole("button", { name: "Søg" }).click();
  await expect(page.getByRole("link", { name: "Foreningsguider" })).toHaveCount(0);
  await look(page, "endings-none");
});

test("the chair finds on his day who asks to be in it and what he is invited to", async ({ page }) => {
  await signIn(page, "voluntary_leader");
  await page.goto(`${town}/my-day`);
  await look(page, "my-day-invited");
  await expect(page.getByText("I er inviteret til").first()).toBeVisible();
  await page.getByRole("link", { name: "Åbent bibliotek" }).first().click();
  await look(page, "initiative-invited");
  await expect(page.getByRole("button", { name: /^Ja tak/ })).toBeVisible();
  const rests = await find(page, "Hvem ringer man til");
  expect(rests).toContain("/initiatives/");
  await expect(page.getByText("Det hviler siden")).toBeVisible();
  await look(page, "initiative-rests");
});

test("whoever is chosen at the opening is invited, and in it from their yes", async ({ page }) => {
  test.setTimeout(60_000);
  const title = `Kaffe på trappen (${test.info().project.name} ${Date.now()})`;
  await signIn(page, "leader");
  await page.goto(`${town}/initiatives/new`);
  await look(page, "initiative-new");
  await page.getByLabel("Hvad kalder I det?").fill(title);
  await page.getByLabel("Hvad er problemet i praksis?").fill("Ingen i opgangen kender hinanden.");
  await page.getByLabel("Flygtninge", { exact: true }).check();
  await page.getByLabel(/^Flygtningevenner/).check();
  await page.getByRole("button", { name: "Begynd et samarbejde" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page.getByText("er inviteret")).toBeVisible();
  await look(page, "initiative-waits");
  const address = page.url();

  await page.context().clearCookies();
  await signIn(page, "voluntary_leader");
  await page.goto(address);
  await page.getByRole("button", { name: /^Ja tak/ }).click();
  await page.goto(`${address}/people`);
  await expect(page.getByText("er inviteret")).toHaveCount(0);
  await expect(page.getByText("Vi er ikke med længere").first()).toBeVisible();
  await look(page, "initiative-people-in");
});
