// A citizen tells without an account, in her own language, and follows it by the code.
import { expect, expectAccessible, expectFits, shot, signIn, test } from "./kit.ts";

const town = "/fjordby";

test("a citizen tells, a facilitator looks, and the code shows how far it has come", async ({ page, browser }) => {
  await page.goto(town);
  await page.getByRole("link", { name: "Fortæl, hvad du har oplevet" }).click();
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("alert").or(page.locator(".error-summary"))).toBeVisible();
  const story = `Jeg sad alene hele ugen, for der var ingen bus, ${Date.now() % 1000} gange.`;
  await page.getByLabel("Hvad skete der?").fill(story);
  await page.getByLabel("Jeg har selv oplevet det").check();
  await page.getByLabel("Alene", { exact: true }).check();
  await page.locator("[name=area]").first().check();
  await shot(page, "citizen-tell");
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tak. Vi har fået det.");
  const code = (await page.locator("p.code").textContent()) ?? "";
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await shot(page, "citizen-code");
  await expectAccessible(page);

  const desk = await browser.newContext();
  const staff = await desk.newPage();
  await signIn(staff, "facilitator");
  await staff.goto(`${town}/inbox`);
  await shot(staff, "citizen-held");
  await expectAccessible(staff);
  await staff.getByRole("link", { name: story }).click();
  await shot(staff, "citizen-look");
  await expectAccessible(staff);
  await staff.getByRole("button", { name: "Ja, lad det komme igennem" }).click();
  await expect(staff.getByText("Må andre læse det?")).toHaveCount(0);
  await desk.close();

  await page.getByRole("link", { name: "Hvad blev der af det, du fortalte?" }).click();
  await page.getByLabel("Din kode").fill("0000");
  await page.getByRole("button", { name: "Se, hvad der blev af det" }).click();
  await expect(page.getByText("Der er ikke fortalt noget med den kode").first()).toBeVisible();
  await page.getByLabel("Din kode").fill(code.toLowerCase());
  await page.getByRole("button", { name: "Se, hvad der blev af det" }).click();
  await expect(page.getByText("Det er læst")).toBeVisible();
  await shot(page, "citizen-follow");
  await expectAccessible(page);
  await expectFits(page);
});

for (const language of ["ar", "fa"]) {
  test(`the citizens' pages in ${language}, from right to left`, async ({ page }) => {
    for (const path of ["", "/tell", "/told", "/offers"]) {
      await page.goto(`${town}${path}?language=${language}`);
      await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
      await shot(page, `citizen-${language}${path.replace("/", "-")}`);
      await expectAccessible(page);
      await expectFits(page);
    }
  });
}
