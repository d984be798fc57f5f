import { select } from 'd3';

const EXAMPLE = `tasks:
  greet:
    run: echo "Hello"
  answer:
    needs: greet
    run: echo "Hello to you"`;

/** What is shown in place of a graph without tasks: how to write the first ones. */
export function createEmptyState(parent: HTMLElement): { show(shown: boolean): void } {
  const section = select(parent).append('section').attr('class', 'empty').property('hidden', true);
  section.append('h2').text('No tasks yet');
  section
    .append('p')
    .text('The graph draws itself as you type. A workflow with two tasks, one after the other:');
  section.append('pre').text(EXAMPLE);
  return { show: (shown) => section.property('hidden', !shown) };
}
