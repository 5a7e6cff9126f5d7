// A citizen tells without an account, in her own language, and follows it by the code.
import { expect, expectAccessible, expectFits, shot, signIn, test } from "./kit.ts";

const town = "/fjordby";

test("a citizen tells, a facilitator looks, and the code shows how far it has come", async ({ page, browser }) => {
  test.setTimeout(90_000);
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

test("what may point to a person is named while a citizen writes", async ({ page }) => {
  await page.goto(`${town}/tell?language=ar`);
  await page.locator("[name=story]").fill("Jeg talte med Grethe Hansen. Hun har telefon 20 30 40 50.");
  await expect(page.locator('[data-look$="/personal-data"]')).toContainText("Grethe");
  await shot(page, "citizen-tell-marked");
  await expectAccessible(page);
  await expectFits(page);
  await page.locator("[name=story]").fill("Bussen kører ikke om aftenen.");
  await expect(page.locator('[data-look$="/personal-data"]')).toBeEmpty();
});

const languages = { da: "ltr", en: "ltr", ar: "rtl", uk: "ltr", fa: "rtl", ti: "ltr" } as const;

for (const [language, direction] of Object.entries(languages)) {
  test(`the citizens' pages in ${language}`, async ({ page }) => {
    test.setTimeout(90_000);
    for (const path of ["", "/tell", "/told", "/offers", "/sign-in", "/no-such-page"]) {
      await page.goto(`${town}${path}?language=${language}`);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect(page.locator("html")).toHaveAttribute("dir", direction);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await shot(page, `citizen-${language}${path.replace("/", "-")}`);
      await expectAccessible(page);
      await expectFits(page);
    }
  });

  test(`a citizen tells in ${language}, is asked to mend it, and is given a code`, async ({ page }) => {
    await page.goto(`${town}/tell?language=${language}`);
    await page.locator("[name=story]").fill("010190-1234");
    const send = page.locator("main form button:not([type=button])").last();
    await send.click();
    await expect(page.locator(".error-summary li")).toHaveCount(4);
    await shot(page, `citizen-${language}-mend`);
    await expectAccessible(page);
    await expectFits(page);
    await page.locator("[name=story]").fill(stories[language as keyof typeof languages]);
    for (const name of ["source", "topic_group", "area"]) await page.locator(`[name=${name}]`).first().check();
    await send.click();
    await expect(page.locator("p.code bdi")).toHaveText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await expect(page.locator("p.code bdi")).toHaveAttribute("dir", "ltr");
    await shot(page, `citizen-${language}-code`);
    await expectAccessible(page);
    await expectFits(page);
  });
}

/** *I sat alone all week, for there was no bus*, as one would write it. */
const stories = {
  da: "Jeg sad alene hele ugen, for der var ingen bus.",
  en: "I sat alone all week, for there was no bus.",
  ar: "جلست وحدي طوال الأسبوع لأنه لم تكن هناك حافلة.",
  uk: "Я весь тиждень був сам, бо не було автобуса.",
  fa: "تمام هفته تنها بودم، چون اتوبوسی نبود.",
  ti: "ኣውቶቡስ ስለ ዘይነበረ ምሉእ ሰሙን በይነይ ኮፍ ኢለ።",
};
