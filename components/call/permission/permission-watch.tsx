"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { followPermissions, onPermissionNews } from "@/lib/calls/client/permission/permissions";
import { connect } from "@/lib/supabase/connect";

/** Keeps up with who may call whom, and tells what is new of it. Mounted once, by the shell. */
export function PermissionWatch() {
  const { push } = useRouter();
  useEffect(() => followPermissions(connect), []);
  useEffect(
    () =>
      onPermissionNews((news) => {
        // Without a network there are no words to be had; the chat tells as well.
        import("@/components/call/permission/tell-permission").then(
          ({ tellOfPermission }) => tellOfPermission(news, (id) => push(`/matches/${id}`)),
          () => undefined,
        );
      }),
    [push],
  );
  return null;
}
