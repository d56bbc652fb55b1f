import Link from "next/link";
import { Wordmark } from "@/components/ui/mark";

/** One column beside the two inks; on a phone the column alone. */
export default function AuthLayout({ children }: { children: React.ReactNode }) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-2">
      <main className="safe-top safe-bottom flex flex-col px-6 md:px-12">
        <Link href="/" className="inline-flex min-h-18 items-center self-start">
          <Wordmark />
        </Link>
        <div className="mx-auto flex w-full max-w-md flex-1 flex-col gap-6 pt-8 pb-12 md:justify-center md:pt-0">
          {children}
        </div>
      </main>
      <div aria-hidden="true" className="inks relative overflow-hidden bg-sunken max-lg:hidden">
        <div className="absolute top-1/2 left-[8%] aspect-square w-[58%] -translate-y-1/2 rounded-full bg-mark-one" />
        <div className="absolute top-1/2 right-[8%] aspect-square w-[58%] -translate-y-1/2 rounded-full bg-mark-two" />
      </div>
    </div>
  );
}
