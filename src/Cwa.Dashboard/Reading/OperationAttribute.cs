namespace Cwa.Dashboard.Reading;

/// <summary>Names the operation in `schema/operations/page` whose answer a record holds.</summary>
/// <param name="parts">
/// The parts without which a page shows the rest, by their names from the root: `feed`, `agency.scorecard`. The property
/// of one that could not be read is null; its component asks no more than <see cref="Operations.FaultOf"/> first.
/// </param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OperationAttribute(string name, params string[] parts) : Attribute
{
    public string Name => name;

    public IReadOnlyList<string> Parts => parts;
}
