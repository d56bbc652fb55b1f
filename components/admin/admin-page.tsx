interface AdminPageProps {
  title: string;
  children: React.ReactNode;
}

/** A page for operators under its title. */
export function AdminPage({ title, children }: AdminPageProps) {
  return (
    <main className="min-w-0 flex-1 overflow-x-clip overflow-y-auto overscroll-contain">
      <div className="mx-auto flex w-full max-w-2xl min-w-0 flex-col gap-4 px-4 pt-4 pb-10 md:px-8 lg:max-w-5xl">
        <h1 className="text-3xl font-extrabold tracking-tight">{title}</h1>
        {children}
      </div>
    </main>
  );
}
