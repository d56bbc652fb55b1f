import { HTTPException } from "hono/http-exception";

/** An error as GoTrue answers it: github.com/supabase/auth, internal/api/apierrors. */
export function authError(
  status: 400 | 401 | 403 | 404 | 422,
  code: string,
  message: string,
): HTTPException {
  return new HTTPException(status, {
    res: Response.json({ code: status, error_code: code, msg: message }, { status }),
  });
}
