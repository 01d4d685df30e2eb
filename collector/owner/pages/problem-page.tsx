/** @jsxImportSource hono/jsx */
import { Layout } from "./layout.tsx";
import type { View } from "./view.ts";

export function ProblemPage({ view, text }: { view: View; text: string }) {
  return (
    <Layout view={view} title={view.words.problem.failed}>
      <p>{text}</p>
    </Layout>
  );
}
