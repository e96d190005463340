using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>
/// The reasons of an agency in `attention`: each of the kinds that it asks for at most once. Each month ahead that it
/// looks for what is planned counts as one more.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReasonsAttribute : ListSizeAttribute
{
    /// <summary>As many as the arguments of `attention` ask for.</summary>
    public ReasonsAttribute()
        : base(AttentionReasons.Most + NothingPlanned.MostAhead) => Around = "attention";

    /// <inheritdoc/>
    public override int Of(AskedArguments arguments)
    {
        var kinds = arguments.Texts("kinds").Distinct().ToList();
        var ahead = kinds is [] || kinds.Contains("NOTHING_PLANNED") ? arguments.Number("monthsAhead") ?? 0 : 0;
        return (kinds is [] ? AttentionReasons.Most : kinds.Count) + Math.Clamp(ahead, 0, NothingPlanned.MostAhead);
    }
}
