import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { iconButtonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/class-names";

interface SettingsPageProps {
  title: string;
  /** Where it belongs, when not to the first page of the settings. */
  back?: { href: string; name: string };
  /** Room for two columns on a large screen. */
  wide?: boolean;
  children: React.ReactNode;
}

const index = { href: "/settings", name: "settings" };

/** A page of the settings under its title, with the way back. */
export function SettingsPage({ title, back = index, wide = false, children }: SettingsPageProps) {
  return (
    <main className="flex-1 overflow-y-auto overscroll-contain bg-paper">
      <div
        className={cx(
          "safe-top mx-auto flex flex-col gap-4 px-4 pb-10 md:px-8",
          wide ? "max-w-2xl lg:max-w-5xl" : "max-w-2xl",
        )}
      >
        <div className="flex items-center gap-1 pt-4">
          <Link
            href={back.href}
            aria-label={`Back to ${back.name}`}
            className={iconButtonClass("-ml-2")}
          >
            <ArrowLeft aria-hidden="true" size={22} />
          </Link>
          <h1 className="text-3xl font-extrabold tracking-tight">{title}</h1>
        </div>
        {children}
      </div>
    </main>
  );
}
