using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Groups of findings: as many as `groupBy` distinguishes.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FindingGroupsAttribute : ListSizeAttribute
{
    internal const int MostGroups = 100;

    /// <summary>As many as the arguments of the field around it ask for.</summary>
    public FindingGroupsAttribute()
        : base(MostGroups) => ByParent = true;

    /// <inheritdoc/>
    public override string Advice => "group by fewer, or not at all";

    // What falls into no state, names no theme or is of no known customers is a group of its own.
    /// <inheritdoc/>
    public override int Of(AskedArguments arguments) =>
        arguments.Text("groupBy") switch
        {
            null => 0,
            "STATE" => Enum.GetValues<StateCode>().Length + 1,
            "CUSTOMER_GROUP" => Enum.GetValues<CustomerGroup>().Length + 1,
            "THEME" => Enum.GetValues<FindingTheme>().Length + 1,
            "ABOUT" => Enum.GetValues<FindingAbout>().Length,
            _ => Government.MostDepartments,
        };
}
