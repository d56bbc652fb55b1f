import { useEffect, useRef } from "react";

interface StepHeadingProps {
  title: string;
  /** What this step is for. */
  children: React.ReactNode;
  /** It came in place of another, of which the keyboard and the screen reader should hear. */
  takesFocus?: boolean;
}

/** Title of a step of the welcome. */
export function StepHeading({ title, children, takesFocus = false }: StepHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    heading.current?.focus();
    window.scrollTo(0, 0);
  }, [takesFocus]);
  return (
    <div>
      <h1
        ref={heading}
        tabIndex={-1}
        dir="auto"
        className="text-4xl font-extrabold tracking-tight outline-none"
      >
        {title}
      </h1>
      <p className="mt-2 text-lg text-ink-soft">{children}</p>
    </div>
  );
}
