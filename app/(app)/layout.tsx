import { cookies } from "next/headers";
import { visitor } from "@/app/(app)/viewer";
import { CallCenter } from "@/components/call/call-center";
import { SendingNotes } from "@/components/chat/voice-notes/sending-notes";
import { ReportHost } from "@/components/safety/report-host";
import { WarningHost } from "@/components/safety/warning-host";
import { ClockProvider } from "@/components/shell/clock";
import { LiveConnection } from "@/components/shell/live-connection";
import { Navigation } from "@/components/shell/navigation";
import { NewsHost } from "@/components/shell/news-host";
import { OfflineBanner } from "@/components/shell/offline-banner";
import { TopBars } from "@/components/shell/top-bars";
import { ViewerProvider } from "@/components/shell/viewer-context";
import { WorkerHost } from "@/components/shell/worker-host";
import { ToasterHost } from "@/components/ui/toaster-host";
import { unreadWarning } from "@/lib/reports/unread-warning";
import { placeCookie, readPlace } from "@/lib/time/place";

/** The signed-in shell. For anyone else it draws nothing: the page inside sends them to sign in. */
export default async function AppLayout({ children }: { children: React.ReactNode }) {
  const found = await visitor();
  if (found.state !== "viewer") return children;
  const warning = await unreadWarning(found.viewer.id);
  const place = readPlace((await cookies()).get(placeCookie)?.value);
  return (
    <ViewerProvider value={found.viewer}>
      <ClockProvider renderedAt={Date.now()} place={place}>
        <LiveConnection />
        <SendingNotes />
        <WorkerHost />
        <NewsHost />
        <div className="flex h-dvh flex-col overflow-hidden">
          <TopBars>
            <CallCenter />
            <OfflineBanner />
          </TopBars>
          <div className="flex min-h-0 flex-1 flex-col-reverse md:flex-row">
            <Navigation />
            <div className="flex min-h-0 min-w-0 flex-1">{children}</div>
          </div>
        </div>
        <ReportHost />
        <WarningHost warning={warning} />
        <ToasterHost />
      </ClockProvider>
    </ViewerProvider>
  );
}
