using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>The groups of `customerPriorities`: as many as `groupBy` distinguishes.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PriorityGroupsAttribute : ListSizeAttribute
{
    /// <summary>As many as the arguments of `customerPriorities` ask for.</summary>
    public PriorityGroupsAttribute()
        : base(CustomerPriorities.MostGroups) => ByParent = true;

    /// <inheritdoc/>
    public override string Advice => "group by fewer, or not at all";

    // What falls into no state or is of no known customers is a group of its own.
    /// <inheritdoc/>
    public override int Of(AskedArguments arguments) =>
        arguments.Text("groupBy") switch
        {
            null => 0,
            "STATE" => Enum.GetValues<StateCode>().Length + 1,
            "CUSTOMER_GROUP" => Enum.GetValues<CustomerGroup>().Length + 1,
            _ => Government.MostDepartments,
        };
}
