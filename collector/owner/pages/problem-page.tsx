/** @jsxImportSource hono/jsx */
import { Layout, type View } from "./layout.tsx";

export function ProblemPage({ view, text }: { view: View; text: string }) {
  return (
    <Layout view={view} title={view.words.problem.failed}>
      <p>{text}</p>
    </Layout>
  );
}
