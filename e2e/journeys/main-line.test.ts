import { expect, test } from "../fixtures.ts";
import { befriend, createPerson, database, must } from "../people.ts";
import { newNumber, telephone } from "../phones.ts";
import {
  expectCallStatus,
  expectPhoneToHear,
  expectToBeTold,
  giveTelephone,
} from "../telephony.ts";

const mainLine = "+15005550006";

test("the main line's menu reaches a match by extension", async () => {
  const [ada, ben] = [await createPerson("Ada"), await createPerson("Ben")];
  const matchId = await befriend(ada, ben);
  const [adas, bens] = [await giveTelephone(ada), await giveTelephone(ben)];
  await bens.behave({ answer: "answer", digits: "1" });
  const { extension } = must(
    await database
      .from("match_members")
      .select("extension")
      .eq("match_id", matchId)
      .eq("profile_id", ada.id)
      .single(),
  );

  await adas.call({ to: mainLine, digits: `1w${extension}#`, says: "Good evening" });

  await expectPhoneToHear(bens);
  await bens.hangup();
  await expectCallStatus(adas, "completed");
});

test("the menu explains a wrong key and asks again", async () => {
  const adas = await giveTelephone(await createPerson("Ada"));
  await adas.call({ to: mainLine, digits: "8" });
  await expectToBeTold(adas, /Hello Ada.*There is nothing.*press 1/);
  await adas.hangup();
});

test("the main line calls back", async () => {
  const adas = await giveTelephone(await createPerson("Ada"));
  await adas.call({ to: mainLine, digits: "3" });
  await expect
    .poll(async () => (await adas.calls()).filter(({ to }) => to === adas.number).length)
    .toBe(1);
});

test("a stranger on the main line hears about safety and no more", async () => {
  const stranger = telephone(newNumber());
  await stranger.call({ to: mainLine, digits: "2" });
  await expectToBeTold(stranger, /safe/i);
  await expectCallStatus(stranger, "completed");
});
