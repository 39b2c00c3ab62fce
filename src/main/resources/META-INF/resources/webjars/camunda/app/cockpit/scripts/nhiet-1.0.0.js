export const heat = { id: 'trienKhaiHeat', pluginPoint: 'cockpit.processDefinition.diagram.plugin', render: () => {} };
export const heatTab = { id: 'trienKhaiHeatTab', pluginPoint: 'cockpit.processDefinition.runtime.tab', properties: { label: 'Nhiệt' }, render: () => {} };
