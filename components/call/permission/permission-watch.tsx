"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { onPermissionNews } from "@/lib/calls/client/permission/permissions";

/** Tells what is new of who may call whom. Mounted once, by the shell. */
export function PermissionWatch() {
  const { push } = useRouter();
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
