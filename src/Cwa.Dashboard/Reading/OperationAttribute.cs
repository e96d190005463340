namespace Cwa.Dashboard.Reading;

/// <summary>Names the operation in `schema/operations/page` whose answer a record holds.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OperationAttribute(string name) : Attribute
{
    public string Name => name;
}
