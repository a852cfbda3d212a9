/**
 * What a person does in the workbench: opens files, points, clicks, types and looks. Everything by mouse, keyboard and
 * what is on the screen.
 */

/** Gives the hands and eyes for a workbench page. */
export function person(page) {
	const editor = page.locator('.editor-group-container.active .editor-instance').last();
	const hover = page.locator('.monaco-hover:not(.hidden)');
	const toast = page.locator('.notification-toast');

	/** Where `text` stands in a visible editor: the middle of its `nth` occurrence, in pixels. */
	async function place(text, nth = 0) {
		const found = await page.evaluate(
			([wanted, skip]) => {
				let seen = 0;
				for (const line of document.querySelectorAll('.editor-group-container.active .editor-instance .view-line')) {
					const nodes = [];
					const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
					while (walker.nextNode()) nodes.push(walker.currentNode);
					// The editor shows spaces as no-break ones, and one word in several spans.
					const whole = nodes
						.map((node) => node.data)
						.join('')
						.replaceAll('\u00a0', ' ');
					let index = whole.indexOf(wanted);
					for (; index >= 0 && seen < skip; seen++) index = whole.indexOf(wanted, index + 1);
					if (index < 0) continue;
					const range = document.createRange();
					const locate = (offset, set) => {
						let rest = offset;
						for (const node of nodes) {
							if (rest <= node.data.length) return set(node, rest);
							rest -= node.data.length;
						}
					};
					locate(index, (node, offset) => range.setStart(node, offset));
					locate(index + wanted.length, (node, offset) => range.setEnd(node, offset));
					const { x, y, width, height } = range.getBoundingClientRect();
					return { x: x + width / 2, y: y + height / 2 };
				}
				return undefined;
			},
			[text, nth],
		);
		if (!found) throw new Error(`“${text}” is not on the screen`);
		return found;
	}

	/** Opens the workbench's input box by its key; pressed again where the focus was just moving, as a person would. */
	async function inputBox(key) {
		const box = page.locator('.quick-input-widget input').first();
		for (let attempt = 1; ; attempt++) {
			await page.keyboard.press(key);
			try {
				await box.waitFor({ state: 'visible', timeout: 4000 });
				return box;
			} catch (error) {
				if (attempt === 4) throw error;
			}
		}
	}

	const hands = {
		page,
		editor,
		hover,
		toast,
		place,

		async open(name) {
			await (await inputBox('Control+p')).fill(name);
			await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
			await page.keyboard.press('Enter');
			await page.locator('.tab.active', { hasText: name }).waitFor();
			await page.locator('.editor-group-container.active .editor-instance .view-line').first().waitFor();
		},

		/** Runs a command from the palette by its title. */
		async command(title) {
			await (await inputBox('F1')).fill(`>${title}`);
			await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
		},

		/** Puts the caret into a text of the editor. */
		async click(text, nth) {
			const { x, y } = await place(text, nth);
			await page.mouse.click(x, y);
		},

		/** Points at a text until a hover with `wanted` shows, and gives what it says. */
		async pointAt(text, wanted, nth) {
			for (let attempt = 1; ; attempt++) {
				const { x, y } = await place(text, nth);
				await page.mouse.move(x - 3, y);
				await page.mouse.move(x, y, { steps: 4 });
				const shown = hover.filter({ hasText: wanted }).first();
				try {
					await shown.waitFor({ timeout: 4000 });
					return await shown.innerText();
				} catch (error) {
					// While extensions start, a hover may show without us: look away, and point again.
					if (attempt === 4) throw error;
					await hands.lookAway();
				}
			}
		},

		async lookAway() {
			await page.mouse.move(900, 720);
			await page.keyboard.press('Escape');
			await hover.first().waitFor({ state: 'hidden' });
		},

		/** Closes all messages. */
		async dismiss() {
			await hands.command('Notifications: Clear All Notifications');
			await toast.first().waitFor({ state: 'detached' });
		},

		/** All the text that the active editor shows. */
		async text() {
			const lines = await page.locator('.editor-group-container.active .editor-instance .view-line').allInnerTexts();
			return lines.join('\n').replaceAll('\u00a0', ' ');
		},
	};
	return hands;
}
