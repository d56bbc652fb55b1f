import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { iconButtonClass } from "@/components/ui/button-class";

interface SettingsPageProps {
  title: string;
  /** Where it belongs, when not to the first page of the settings. */
  back?: { href: string; name: string };
  children: React.ReactNode;
}

const index = { href: "/settings", name: "settings" };

/** A page of the settings under its title, with the way back. */
export function SettingsPage({ title, back = index, children }: SettingsPageProps) {
  return (
    <main className="flex-1 overflow-y-auto overscroll-contain bg-paper">
      <div className="safe-top mx-auto flex max-w-2xl flex-col gap-4 px-4 pb-10 md:px-8">
        <div className="flex items-center gap-1 pt-4">
          <Link
            href={back.href}
            aria-label={`Back to ${back.name}`}
            className={iconButtonClass("-ml-2")}
          >
            <ChevronLeft aria-hidden="true" size={24} />
          </Link>
          <h1 className="text-3xl font-extrabold tracking-tight">{title}</h1>
        </div>
        {children}
      </div>
    </main>
  );
}
