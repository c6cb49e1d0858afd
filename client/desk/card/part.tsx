import type { ComponentChildren, JSX } from 'preact';

/** A part of the card under its heading. */
export const Part = ({ title, children }: { title: string; children: ComponentChildren }): JSX.Element => (
  <section class="part">
    <h3>{title}</h3>
    {children}
  </section>
);
/** Name and value; a fact without a value is left out. */
export const Fact = ({ name, children }: { name: string; children: ComponentChildren }): JSX.Element | null =>
  children === null || children === undefined || children === '' || children === false ? null : (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
