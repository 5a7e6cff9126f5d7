// Bringing in a spreadsheet: looked at before, followed on its way, changed by what its source changed, taken back.

import { expect, look, signIn, test, type Page } from "./kit.ts";

const imports = "/fjordby/imports";

const sheet = (phone: string) =>
  [
    "id;navn;resumé;telefon;sidst opdateret;farve",
    `1;Strikkeklub i gården;Vi strikker og snakker;${phone};01-11-2026;rød`,
    "2;Suppe på torvet;Varm suppe til alle;;01-05-2021;blå",
    "3;Hjælp til breve;Vi læser brevet sammen;ring bare;;grøn",
  ].join("\n");

async function choose(page: Page, name: string, text: string): Promise<void> {
  await page.goto(imports);
  await page.getByLabel("Fil", { exact: true }).setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByLabel("Område").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Se, hvad der vil ske" }).click();
}

async function bringIn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Hent det ind" }).click();
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("button", { name: "Fortryd" })).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

test("a spreadsheet is looked at, brought in, changed by its source and taken back", async ({ page }, info) => {
  // Phone and laptop walk in one town: a file of one name would be the same source twice.
  const file = `naboens ${info.project.name}.csv`;
  await signIn(page, "facilitator");
  await page.goto(imports);
  await look(page, "imports");
  await choose(page, file, sheet("70 00 00 11"));
  const main = page.getByRole("main");
  await expect(main).toContainText("Linje 4");
  await expect(main).toContainText("bliver ikke vist for borgere");
  await expect(main).toContainText("farve");
  await look(page, "import-looked-at");
  await bringIn(page);
  await look(page, "import-done");

  await choose(page, file, sheet("70 00 00 99"));
  await expect(main.getByRole("link", { name: "Strikkeklub i gården" })).toBeVisible();
  await expect(main).toContainText(": Telefon");
  await look(page, "import-changes");
  await bringIn(page);
  await page.getByRole("button", { name: "Fortryd" }).click();
  await expect(main).toContainText("Fortrudt");
  await look(page, "import-undone");
});

test("what is no such file says so beside the field", async ({ page }) => {
  await signIn(page, "facilitator");
  await choose(page, "ferie.png", "\u0000PNG");
  await expect(page.locator("#file-error")).toBeVisible();
  await look(page, "import-no-file");
});

test("stories from a spreadsheet are looked at too", async ({ page }) => {
  await signIn(page, "facilitator");
  await page.goto(imports);
  await page.getByRole("link", { name: "Hent fortællinger ind fra et regneark" }).click();
  await look(page, "import-stories");
});
