namespace Cwa.Graph.Engine;

/// <summary>Names a class of a feature whose public static methods are fields of the marked type, too.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class FieldsOfAttribute(Type feature) : Attribute
{
    /// <summary>The class.</summary>
    public Type Feature => feature;
}
