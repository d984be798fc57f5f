export default function chapters() {
  return { chapters: [{ title: 'Start', at: 0 }] };
}
