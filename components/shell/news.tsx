"use client";

import { MissedCalls } from "@/components/call/missed-calls";
import { PermissionWatch } from "@/components/call/permission/permission-watch";
import { MatchNews } from "@/components/discover/match-news";
import { AccountNews } from "@/components/shell/account-news";

/** Whatever a person is told of on every page. */
export function News() {
  return (
    <>
      <MatchNews />
      <AccountNews />
      <MissedCalls />
      <PermissionWatch />
    </>
  );
}
