using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>How what is learned reaches the plans and reports that the law requires.</summary>
public sealed class PlanQueries
{
    /// <summary>
    /// The places in plans and reports required by law in which agencies use what they learned (action 5).
    /// </summary>
    public static Task<Connection<PlanReference>> PlanReferencesAsync(Page<PlanReference> page) => page.AllAsync();

    /// <summary>
    /// What is used in plans and reports required by law, and where: annual reports, measurements and findings (action
    /// 5). A citation belongs to the agency whose plan it is in.
    /// </summary>
    public static Task<Connection<PlanCitation>> PlanCitationsAsync(Page<PlanCitation> page) => page.AllAsync();
}
