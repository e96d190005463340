using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>The programs that keep agencies in conversation throughout the year.</summary>
public sealed class ProgramQueries
{
    /// <summary>
    /// All agencies' programs that engage customers throughout the year (action 1), past and current. One that goes on
    /// has no `endsOn`.
    /// </summary>
    public static Task<Connection<Cwa.Model.Program>> ProgramsAsync(Page<Cwa.Model.Program> page) => page.AllAsync();
}
