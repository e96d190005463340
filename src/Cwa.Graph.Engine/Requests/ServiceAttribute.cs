namespace Cwa.Graph.Engine;

/// <summary>
/// Marks a type that is injected into resolvers: a parameter of this type is not an argument of the field.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Delegate)]
public sealed class ServiceAttribute : Attribute;
