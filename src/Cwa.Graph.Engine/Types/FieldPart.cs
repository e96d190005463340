using System.Reflection;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>A parameter that reads the field's arguments itself: it is made from the field's context.</summary>
public interface IArguments;

/// <summary>
/// Marks a class that adds to each field whose method takes it or gives it, such as the arguments of a list with pages.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal abstract class FieldPartAttribute : Attribute
{
    /// <summary>Adds to a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="method">The method that resolves it.</param>
    /// <param name="part">The class that is marked, as the method takes or gives it.</param>
    public abstract void Declare(FieldType field, MethodInfo method, Type part);
}
