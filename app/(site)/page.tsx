export default function Landing() {
  return <main>Duet</main>;
}
