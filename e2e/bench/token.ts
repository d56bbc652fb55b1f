import { appUrl } from "../addresses.ts";
import { answersPerSecond, bareRate, connections, type LoadRequest, roundSeconds } from "./load.ts";
import { type Figure, ratioFigure } from "./report.ts";
import { signInProgram } from "./session.ts";
import { inTurns, median } from "./statistics.ts";

const rounds = 10;

/** How fast access tokens are given out, against a route that only answers. */
export async function measureToken(): Promise<Figure[]> {
  const { accessToken } = await signInProgram("Ada");
  const request: LoadRequest = {
    method: "POST",
    path: "/api/twilio/voice/token",
    headers: { authorization: `Bearer ${accessToken}`, "content-type": "application/json" },
    body: "{}",
  };
  const tokenRate = () =>
    answersPerSecond({ url: appUrl, connections, seconds: roundSeconds, requests: [request] });
  await inTurns(1, tokenRate, bareRate);
  const { one, other } = await inTurns(rounds, tokenRate, bareRate);
  const [token, bare] = [median(one), median(other)];
  const detail = `${token.toFixed(0)}/s : ${bare.toFixed(0)}/s, ${connections} connections, medians of ${rounds} rounds`;
  return [ratioFigure("Token route : bare route", token / bare, detail, { atLeast: 0.6 })];
}
