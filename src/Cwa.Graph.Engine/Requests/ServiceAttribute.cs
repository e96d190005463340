namespace Cwa.Graph.Engine;

/// <summary>
/// Marks a class or interface that a resolver asks for as a parameter: it is injected and is no argument.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Delegate)]
public sealed class ServiceAttribute : Attribute;
