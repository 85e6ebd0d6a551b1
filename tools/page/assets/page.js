// SPDX-License-Identifier: MIT
// What the page does when a script may run: a slider over the days of each map, and a yardstick that
// can be moved. Without it the page says the same.
'use strict';
(() => {
  const slide = (box) => {
    const days = [...box.querySelectorAll('.mp-day')];
    const bar = box.querySelector('.days');
    if (!bar) { return; }
    const input = bar.querySelector('input');
    const output = bar.querySelector('output');
    const show = () => {
      const at = Number(input.value);
      days.forEach((day, i) => day.classList.toggle('on', i === at));
      output.textContent = days[at].dataset.day;
      input.setAttribute('aria-valuetext', days[at].dataset.day);
      box.classList.add('by-day');
      for (const choice of box.querySelectorAll('.see')) { choice.checked = false; }
    };
    const leave = () => {
      box.classList.remove('by-day');
      days.forEach((day) => day.classList.remove('on'));
    };
    input.setAttribute('aria-valuetext', output.textContent);
    input.addEventListener('input', show);
    for (const choice of box.querySelectorAll('.see')) { choice.addEventListener('change', leave); }
    bar.hidden = false;
  };

  const move = (svg) => {
    const square = svg.querySelector('.mp-yard');
    if (!square) { return; }
    const side = Number(square.dataset.side);
    const view = svg.viewBox.baseVal;
    const offset = square.transform.baseVal.getItem(0).matrix;
    let x = offset.e, y = offset.f, grip = null;
    const put = (toX, toY) => {
      x = Math.min(Math.max(toX, 12 - side), view.width - 12);
      y = Math.min(Math.max(toY, 12 - side), view.height - 12);
      square.setAttribute('transform', `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
    };
    const spot = (event) =>
      new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    square.addEventListener('pointerdown', (event) => {
      const at = spot(event);
      grip = { x: at.x - x, y: at.y - y };
      square.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    square.addEventListener('pointermove', (event) => {
      if (!grip) { return; }
      const at = spot(event);
      put(at.x - grip.x, at.y - grip.y);
    });
    for (const end of ['pointerup', 'pointercancel']) {
      square.addEventListener(end, () => { grip = null; });
    }
    const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    square.addEventListener('keydown', (event) => {
      const step = steps[event.key];
      if (!step) { return; }
      const size = event.shiftKey ? 1 : 8;
      put(x + size * step[0], y + size * step[1]);
      event.preventDefault();
    });
    // Something to move stands in it now, so it is no longer one picture.
    svg.setAttribute('role', 'group');
    square.setAttribute('role', 'img');
    square.setAttribute('tabindex', '0');
    square.classList.add('live');
  };

  for (const box of document.querySelectorAll('.mapbox')) {
    slide(box);
    move(box.querySelector('.map'));
  }
})();
