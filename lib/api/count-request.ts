import "server-only";
import { judgeStanding, requireStanding } from "@/lib/account/standing";
import { countUses } from "@/lib/api/count-uses";
import { countAllHere } from "@/lib/api/counts-here";
import type { ApiError } from "@/lib/api/errors";
import { limitKindOf, limitKinds } from "@/lib/api/limits";
import { type Allowance, tooOften, type Use } from "@/lib/api/rate-limit";
import type { Declaration } from "@/lib/api/route";
import { settleCountsAfterwards } from "@/lib/api/settle-counts";
import { addressOf } from "@/lib/auth/network";

interface CountedRequest {
  declaration: Pick<Declaration, "access" | "kind" | "limit" | "whenClosed">;
  /** The HTTP method. */
  verb: string;
  /** Absent where nobody is signed in. */
  userId: string | undefined;
  /** The client's address. */
  ip: string;
}

export interface Counted {
  /** The limit that is nearest to the caller; absent for routes without any. */
  allowance: Allowance | undefined;
  /** Why the request is not served. */
  refusal: ApiError | undefined;
}

/**
 * Counts a request by kind, for its person and its address, and by the route's own limit. Looks
 * at the person's standing too: what costs a round trip to the database costs one.
 *
 * @throws ApiError `account_closed`, unless the route is open to such people; `unavailable` when the
 *   database does not answer and the limit is one that must hold
 */
export async function countRequest(request: CountedRequest): Promise<Counted> {
  const { declaration, verb, userId } = request;
  const kind = limitKindOf(declaration, verb);
  if (!kind) return { allowance: undefined, refusal: undefined };
  const uses = usesOf(request, kind);
  const standing = declaration.whenClosed ? undefined : userId;
  if (limitKinds[kind].exact || declaration.limit) return countInPostgres(uses, standing);

  if (standing) await requireStanding(standing);
  const allowance = countAllHere(uses);
  settleCountsAfterwards();
  return { allowance, refusal: refusalOf(allowance) };
}

/** What a request uses, the caller's own first. */
function usesOf(
  { declaration: { limit }, userId, ip }: CountedRequest,
  kind: keyof typeof limitKinds,
): Use[] {
  const { person, address, windowSeconds } = limitKinds[kind];
  const uses: Use[] = [];
  if (userId && person) {
    uses.push({ limit: { name: kind, max: person, windowSeconds }, subject: userId });
  }
  // Where nothing says whose address it is, everybody would share one.
  if (ip !== "unknown") {
    const shared = { name: `${kind}-address`, max: address, windowSeconds };
    uses.push({ limit: shared, subject: addressOf(ip) });
  }
  if (limit) uses.push({ limit, subject: userId ?? addressOf(ip) });
  return uses;
}

async function countInPostgres(uses: Use[], userId: string | undefined): Promise<Counted> {
  const { closed, allowance } = await countUses(uses, userId);
  if (userId) judgeStanding(userId, closed);
  return { allowance, refusal: refusalOf(allowance) };
}

function refusalOf(allowance: Allowance | undefined): ApiError | undefined {
  return allowance?.allowed === false ? tooOften(allowance.resetsAfterSeconds) : undefined;
}
