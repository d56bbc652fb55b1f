interface SettingsSectionProps {
  title: string;
  children: React.ReactNode;
}

/** A card of settings that belong together. */
export function SettingsSection({ title, children }: SettingsSectionProps) {
  return (
    <section className="rounded-card bg-surface p-5 shadow-lift md:p-6">
      <h2 className="mb-4 text-xl font-bold tracking-tight">{title}</h2>
      {children}
    </section>
  );
}
