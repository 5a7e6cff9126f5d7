// The public pages in every language: usable, fitting, the right way round, and no language unsaid.

import { expect, expectAccessible, expectFits, look, shot, signIn, test, type Page } from "./kit.ts";

const town = "/fjordby";
const languages = { da: "ltr", en: "ltr", ar: "rtl", uk: "ltr", fa: "rtl", ti: "ltr" } as const;

/** Where an offer stands, found by its own name in the list. */
async function address(page: Page, name: string, language: string): Promise<string> {
  await page.goto(`${town}/offers?q=${encodeURIComponent(name)}&language=${language}`);
  return (await page.locator("article.offer h2 a").first().getAttribute("href")) ?? "";
}

for (const [language, direction] of Object.entries(languages)) {
  test(`the pages around offers in ${language}`, async ({ page }) => {
    test.setTimeout(120_000);
    const refused: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") refused.push(message.text());
    });
    const offer = await address(page, "Vagttelefonen", language);
    for (const [name, path] of [
      ["front", town],
      ["offers", `${town}/offers`],
      ["offer", offer],
      ["calendar", `${town}/offers/calendar`],
      ["places", `${town}/offers/places`],
      ["folder", `${town}/offers/folder?topic_group=language`],
      ["found", `${town}/offers?q=sprogcafe&topic_group=language&when=week`],
      ["meant", `${town}/offers?q=spourgcafe`],
      ["none", `${town}/offers?q=qxzqxz`],
      ["missing", `${town}/offers/nowhere`],
    ] as const) {
      await page.goto(path);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect(page.locator("html")).toHaveAttribute("dir", direction);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await shot(page, `public-${language}-${name}`);
      await expectAccessible(page);
      await expectFits(page);
    }
    expect(await page.goto(offer).then((answer) => answer?.status())).toBe(200);
    await page.emulateMedia({ media: "print" });
    await shot(page, `public-${language}-print`);
    await page.emulateMedia({ media: null });
    await page.locator("details:has(button[name=kind]) summary").click();
    await page.locator("button[name=kind]").first().click();
    await look(page, `public-${language}-fault`);
    await expect(page.locator("html")).toHaveAttribute("dir", direction);
    refused.splice(0, refused.length, ...refused.filter((message) => !message.includes("404")));
    expect(refused, "what the browser refused").toEqual([]);
  });
}

test("from a group of topics one comes to its finer ones, with how many there are", async ({ page }) => {
  await page.goto(`${town}?language=ar`);
  await page.locator('main a[href$="topic_group=alone"]').click();
  const finer = page.locator('main nav a[href*="topic="]');
  await expect(finer.first()).toHaveText(/[\u0600-\u06ff].*\(\d+\)$/);
  const told = await finer.first().textContent();
  await shot(page, "finer-ar");
  await finer.first().click();
  await expect(finer.and(page.locator("[aria-current]"))).toHaveCount(0);
  await expect(page.locator("main nav a[aria-current]")).toHaveText(told ?? "");
  const many = Number(/\((\d+)\)/.exec(told ?? "")?.[1]);
  await expect(page.locator("article.offer")).toHaveCount(many);
});

test("an offer says to machines what it is, in every language it can be had in", async ({ page }) => {
  await page.goto(`${town}/offers`);
  await page.locator("article.offer h2 a").first().click();
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", /\/offers\/[0-9a-f-]+\?language=da$/);
  await expect(page.locator("link[rel=alternate][hreflang]")).toHaveCount(7);
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute("content", /.+/);
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "");
  expect(data["@graph"][0]["@type"]).toBe("Service");
  const map = await page.request.get(`${town}/sitemap/first.xml`);
  expect(await map.text()).toContain(`${new URL(page.url()).pathname}?language=ti`);
});

test("what is not translated carries its language, and what a machine made says so", async ({ page }) => {
  await page.goto(await address(page, "Vagttelefonen", "ar"));
  await expect(page.getByText("هذه ترجمة آلية")).toBeVisible();
  const untranslated = page.locator("dl.facts dd", { hasText: "Integrationsmedarbejder" });
  await expect(untranslated.locator("bdi[lang=da]")).toBeVisible();
  await expect(untranslated.locator(".tag")).toHaveText("Dansk");
  await expect(page.locator('a[href^="tel:"] bdi').first()).toHaveAttribute("dir", "ltr");
  await page.goto(page.url().replace(/\?.*/, "") + "?language=uk");
  await expect(page.getByText("Переклад старіший за текст")).toBeVisible();
  await expect(page.locator("main")).toContainText("9:00–15:00");
});

test("those who keep an offer translate it beside its source", async ({ page }) => {
  await signIn(page, "facilitator");
  const offer = await address(page, "Nogen er hjemme", "da");
  await page.goto(`${offer}/translations`);
  await shot(page, "translations");
  await expectAccessible(page);
  await expectFits(page);
  await page.locator('main a[href$="/translations/ar"]').click();
  await expect(page.locator("textarea[name=name]")).toHaveAttribute("dir", "rtl");
  await shot(page, "translation-ar");
  await expectAccessible(page);
  await expectFits(page);
  await page.locator("textarea[name=name]").fill("نشاط");
  await page.locator("[name=made][value=reviewed]").check();
  await page.locator("main form button:not([type=button])").last().click();
  await expect(page).toHaveURL(/\/translations$/);
});
