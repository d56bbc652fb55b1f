import "server-only";
import { ApiError } from "@/lib/api/errors";

/** Why the database lets no such group come about. */
export type GroupRefusal = "refused" | "apart" | "full" | "unknown";

/** The refusal as the API words it. Who has blocked whom is for nobody to know. */
export function groupError(refusal: GroupRefusal): ApiError {
  switch (refusal) {
    case "refused":
      return new ApiError("not_reachable", "Choose people from your own matches.");
    case "apart":
      return new ApiError("conflict", "These people cannot be in one group. Choose others.");
    case "full":
      return new ApiError("conflict", "A group has room for eight people.");
    case "unknown":
      return new ApiError("not_found", "There is no such group.");
  }
}
