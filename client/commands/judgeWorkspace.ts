/** The light bulb "Judge this workspace as …": keeps a catalogue for all files of the workspace. Not in the palette. */
import { ConfigurationTarget, window, workspace } from 'vscode';
import { Commands } from '../../shared/protocol.ts';
import type { ClientCommand } from './command.ts';

const SECTION = 'faultbook.catalogues';

export const judgeWorkspace: ClientCommand = {
	id: Commands.judgeWorkspace,
	async run(_context, catalogue) {
		if (typeof catalogue !== 'string' || catalogue === '') {
			throw new Error('Judging a workspace takes the id of a catalogue, as the light bulb gives it.');
		}
		if (!workspace.workspaceFolders?.length) {
			throw new Error(
				'No folder is open, so there is no workspace to keep this for. “Judge this file” works without one.',
			);
		}
		const configuration = workspace.getConfiguration(SECTION);
		// What holds now, the user's own included: a workspace's list replaces the user's.
		const always = configuration.get<readonly string[]>('always', []);
		if (always.includes(catalogue)) return;
		await configuration.update('always', [...always, catalogue], ConfigurationTarget.Workspace);
		window.setStatusBarMessage(`Faultbook: added ${catalogue} to this workspace's ${SECTION}.always`, 5000);
	},
};
