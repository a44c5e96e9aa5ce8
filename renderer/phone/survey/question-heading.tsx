import { type ReactNode, useEffect, useRef } from 'react';

/** A question's heading; whoever hears the page is told the next question as it comes. */
export function QuestionHeading({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
